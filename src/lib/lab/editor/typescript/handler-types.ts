/**
 * Gives the handler's parameters their types without a word in the learner's file: the worker reads the file as if a type
 * stood before the exported handler. Everything else of the text stays as it is, so that positions can be mapped back.
 */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import type ts from 'typescript';

/** Text that the worker reads at `at` although the learner did not write it. */
export interface Insertion {
  /** UTF-16 units from the start of the learner's text. */
  readonly at: number;
  readonly text: string;
}

/** Undefined if there is no exported handler with parameters, or if the learner wrote types. */
export function handlerInsertion(
  compiler: typeof ts,
  source: ts.SourceFile,
  runtime: NodeRuntime,
): Insertion | undefined {
  const found = findHandler(compiler, source);
  if (found === undefined || found.parameters === 0) return undefined;
  const type = handlerType(runtime, found);
  if (isTypeScript(source)) {
    return found.name === undefined ? undefined : { at: found.name, text: `: ${type}` };
  }
  return { at: found.start, text: `/** @type {${type}} */ ` };
}

/** An async function in JavaScript takes its return type from here too: it has to be a promise. */
function handlerType(runtime: NodeRuntime, { parameters, isAsync }: Found): string {
  const callback = runtime === 'nodejs24.x' ? 'NoCallbackSinceNodejs24' : 'Callback';
  const third = parameters < 3 ? '' : `, callback: import("aws-lambda").${callback}`;
  return `(event: any, context: import("aws-lambda").Context${third}) => ${isAsync ? 'Promise<any>' : 'any'}`;
}

interface Found {
  /** Where a JSDoc comment belongs. */
  readonly start: number;
  /** Where `: type` belongs in TypeScript; undefined where none can stand. */
  readonly name: number | undefined;
  readonly parameters: number;
  readonly isAsync: boolean;
}

function isTypeScript(source: ts.SourceFile): boolean {
  return source.fileName.endsWith('.ts');
}

function findHandler(compiler: typeof ts, source: ts.SourceFile): Found | undefined {
  for (const statement of source.statements) {
    const found =
      exportedVariable(compiler, source, statement) ??
      exportedFunction(compiler, source, statement) ??
      assignedExport(compiler, source, statement);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `export const handler = async (event, context) => …` */
function exportedVariable(
  compiler: typeof ts,
  source: ts.SourceFile,
  statement: ts.Statement,
): Found | undefined {
  if (!compiler.isVariableStatement(statement) || !isExported(compiler, statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  if (
    declaration === undefined ||
    !isHandlerName(compiler, declaration.name) ||
    declaration.type !== undefined
  )
    return undefined;
  return untyped(compiler, source, statement, declaration.initializer, declaration.name.getEnd());
}

/** `export async function handler(event, context) {…}` */
function exportedFunction(
  compiler: typeof ts,
  source: ts.SourceFile,
  statement: ts.Statement,
): Found | undefined {
  if (!compiler.isFunctionDeclaration(statement) || !isExported(compiler, statement)) return undefined;
  if (statement.name === undefined || !isHandlerName(compiler, statement.name)) return undefined;
  if (hasTypes(compiler, statement, statement)) return undefined;
  return {
    start: statement.getStart(source),
    name: undefined,
    parameters: statement.parameters.length,
    isAsync: isAsync(compiler, statement),
  };
}

/** `exports.handler = …`, `module.exports.handler = …`, `module.exports = { handler: … }` */
function assignedExport(
  compiler: typeof ts,
  source: ts.SourceFile,
  statement: ts.Statement,
): Found | undefined {
  if (!compiler.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (!compiler.isBinaryExpression(expression)) return undefined;
  if (expression.operatorToken.kind !== compiler.SyntaxKind.EqualsToken) return undefined;
  const target = expression.left.getText(source);
  if (target === 'exports.handler' || target === 'module.exports.handler')
    return untyped(compiler, source, statement, expression.right, undefined);
  if (target !== 'module.exports' || !compiler.isObjectLiteralExpression(expression.right)) return undefined;
  for (const property of expression.right.properties) {
    if (compiler.isPropertyAssignment(property) && isHandlerName(compiler, property.name))
      return untyped(compiler, source, property, property.initializer, undefined);
  }
  return undefined;
}

function untyped(
  compiler: typeof ts,
  source: ts.SourceFile,
  outer: ts.Node,
  value: ts.Expression | undefined,
  name: number | undefined,
): Found | undefined {
  if (value === undefined) return undefined;
  if (!compiler.isArrowFunction(value) && !compiler.isFunctionExpression(value)) return undefined;
  if (hasTypes(compiler, outer, value)) return undefined;
  return {
    start: outer.getStart(source),
    name,
    parameters: value.parameters.length,
    isAsync: isAsync(compiler, value),
  };
}

/** The learner's own types, in JSDoc or TypeScript, are never overruled. */
function hasTypes(compiler: typeof ts, outer: ts.Node, signature: ts.SignatureDeclaration): boolean {
  if (signature.parameters.some((parameter) => parameter.type !== undefined)) return true;
  const tags = [...compiler.getJSDocTags(outer), ...compiler.getJSDocTags(signature)];
  const names = ['type', 'param', 'callback', 'satisfies'];
  return (
    tags.some((tag) => names.includes(tag.tagName.text)) ||
    signature.parameters.some((parameter) => compiler.getJSDocType(parameter) !== undefined)
  );
}

function isExported(compiler: typeof ts, statement: ts.HasModifiers): boolean {
  return has(statement, compiler.SyntaxKind.ExportKeyword);
}

function isAsync(compiler: typeof ts, value: ts.HasModifiers): boolean {
  return has(value, compiler.SyntaxKind.AsyncKeyword);
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

function isHandlerName(compiler: typeof ts, name: ts.Node): boolean {
  return compiler.isIdentifier(name) && name.text === 'handler';
}
