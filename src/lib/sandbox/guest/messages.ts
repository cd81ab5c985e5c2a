import type { CodePackage } from '../modules/package';
import { calleeAt } from './column';

/** More of QuickJS's words for common mistakes, and V8's. `$1` and so on stand for the groups; `$callee` for what was called. */
const WORDINGS: readonly (readonly [quickjs: RegExp, v8: string])[] = [
  [
    /^Cannot read properties of (undefined|null) \(reading 'Symbol\.iterator'\)$/,
    '$1 is not iterable (cannot read property Symbol(Symbol.iterator))',
  ],
  [/^not a function$/, '$callee is not a function'],
  [/^not a constructor$/, '$callee is not a constructor'],
  [/^value is not iterable$/, 'object is not iterable (cannot read property Symbol(Symbol.iterator))'],
  [/^'(.*)' is read-only$/, 'Assignment to constant variable.'],
  [/^invalid array length$/, 'Invalid array length'],
  [/^(?:invalid string length|string too long)$/, 'Invalid string length'],
  [/^stack overflow$/, 'Maximum call stack size exceeded'],
  [/^circular reference$/, 'Converting circular structure to JSON'],
  [/^BigInt are forbidden in JSON.stringify$/, 'Do not know how to serialize a BigInt'],
  [/^cannot convert (?:.* )?to object$/, 'Cannot convert undefined or null to object'],
  [/^cannot mix BigInt and other types.*$/, 'Cannot mix BigInt and other types, use explicit conversions'],
  [
    /^class constructors must be invoked with 'new'$/,
    "Class constructor $callee cannot be invoked without 'new'",
  ],
  [/^unexpected token in expression: '(.*)'$/, "Unexpected token '$1'"],
  [/^unexpected token: '(.*)'$/, "Unexpected token '$1'"],
  [/^expecting '\)'$/, 'missing ) after argument list'],
  [/^expecting '}'$/, 'Unexpected end of input'],
  [/^expecting ';'$/, 'Unexpected token'],
  [/^invalid redefinition of (?:lexical|global) identifier$/, 'Identifier has already been declared'],
  [/^unexpected end of (?:input|string)$/, 'Unexpected end of input'],
  [
    /^Could not find export '(.*)' in module '(.*)'$/,
    "The requested module '$2' does not provide an export named '$1'",
  ],
  [/^return not in a function$/, 'Illegal return statement'],
];

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The message of an error that QuickJS itself threw, as V8 would word it. `file`, `line` and `column` say where it was
 * thrown: QuickJS does not say what it was that is no function. `json` is the place in a text that JSON.parse refused.
 */
export function v8Message(
  message: string,
  code: CodePackage,
  place: Place | undefined,
  json: Place | undefined,
): string {
  if (message === 'expecting property name' && json) {
    const { line, column } = json;
    return `Expected property name or '}' in JSON at position ${column - 1} (line ${line} column ${column})`;
  }
  for (const [quickjs, v8] of WORDINGS) {
    const match = quickjs.exec(message);
    if (!match) continue;
    const callee = place ? calleeAt(code, place.file, place.line, place.column) : undefined;
    return v8.replace(/\$(\d|callee)/g, (_, name: string) =>
      name === 'callee' ? (callee ?? '(intermediate value)') : (match[Number(name)] ?? ''),
    );
  }
  return message;
}
