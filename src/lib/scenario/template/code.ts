import type { CodeFiles } from '$lib/sandbox/isolate';
import type { FaultSink } from '../fault-list';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { list, quote, whatItIs } from '../quote';

/** CloudFormation puts inline code of Node.js into this file. */
const INLINE_FILE = 'index.js';

/** Most characters of inline code: AWS's limit for ZipFile and InlineCode. */
const INLINE_MAX = 4 * 1_048_576;

const FILES_SHOWN = 10;

type Files = ReadonlyMap<string, string>;

/** The deployment package of an AWS::Serverless::Function; undefined when there is none (the faults say why). */
export function serverlessCode(
  properties: JsonObject,
  files: Files,
  faults: FaultSink,
): CodeFiles | undefined {
  const { CodeUri: uri, InlineCode: inline } = properties;
  if (inline !== undefined) return inlineCode(inline, ['InlineCode'], faults);
  if (uri === undefined) {
    faults.add([], "Either 'InlineCode' or 'CodeUri' must be set.");
    return undefined;
  }
  if (typeof uri === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(uri)) return folder(uri, files, faults);
  faults.add(
    ['CodeUri'],
    typeof uri === 'string' || isJsonObject(uri)
      ? 'AWS can take the code from S3; this simulator does not model it yet. Give CodeUri a folder of the section files.'
      : `CodeUri must be a folder of the section files, not ${whatItIs(uri)}.`,
  );
  return undefined;
}

/** The deployment package of an AWS::Lambda::Function. */
export function lambdaCode(code: Json | undefined, faults: FaultSink): CodeFiles | undefined {
  if (!isJsonObject(code)) {
    faults.add(
      code === undefined ? [] : ['Code'],
      'Code must be an object with ZipFile: the text of one file.',
    );
    return undefined;
  }
  const { ZipFile: inline, ...others } = code;
  for (const key of Object.keys(others))
    faults.add(
      ['Code', key],
      ['ImageUri', 'S3Bucket', 'S3Key', 'S3ObjectStorageMode', 'S3ObjectVersion', 'SourceKMSKeyArn'].includes(
        key,
      )
        ? `AWS has Code.${key}; this simulator does not model it yet. Give ZipFile, or use AWS::Serverless::Function with a CodeUri.`
        : `Code has no ${key}. It has ZipFile.`,
    );
  if (inline !== undefined) return inlineCode(inline, ['Code', 'ZipFile'], faults);
  faults.add(['Code'], 'Code needs ZipFile: the text of one file.');
  return undefined;
}

function inlineCode(text: Json, path: readonly string[], faults: FaultSink): CodeFiles | undefined {
  if (typeof text === 'string' && text !== '' && text.length <= INLINE_MAX)
    return new Map([[INLINE_FILE, text]]);
  faults.add(
    path,
    typeof text === 'string'
      ? 'The code must not be empty.'
      : `The code must be text, not ${whatItIs(text)}.`,
  );
  return undefined;
}

/** The files below a folder, by their path in it. */
function folder(uri: string, files: Files, faults: FaultSink): CodeFiles | undefined {
  const name = uri.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  const prefix = name === '' || name === '.' ? '' : `${name}/`;
  const found = new Map<string, string>();
  for (const [path, text] of files) if (path.startsWith(prefix)) found.set(path.slice(prefix.length), text);
  if (found.size > 0) return found;
  faults.add(['CodeUri'], `The section files has nothing in the folder ${quote(uri)}. ${present(files)}`);
  return undefined;
}

function present(files: Files): string {
  return files.size === 0 ? 'It is empty.' : `It has ${shortList([...files.keys()])}.`;
}

/** Where Lambda looks for the module of a handler, in its order; the last ones are for TypeScript, stripped on the way. */
const EXTENSIONS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/** A warning when no file of the package can be the handler's module: AWS accepts it and fails at the first invocation. */
export function missingModule(handler: string, code: CodeFiles): string | undefined {
  const slash = handler.lastIndexOf('/') + 1;
  const dot = handler.indexOf('.', slash);
  if (dot < 0 || handler.includes('..')) return undefined;
  const module = handler.slice(0, dot).replace(/^\.?\//, '');
  if (EXTENSIONS.some((extension) => code.has(module + extension))) return undefined;
  return `No file is the module of the handler ${quote(handler)}: ${module}.mjs, .js or .cjs. AWS takes it, and the first invocation fails. The package has ${shortList([...code.keys()])}.`;
}

function shortList(names: readonly string[]): string {
  const more = names.length - FILES_SHOWN;
  return list(more > 0 ? [...names.slice(0, FILES_SHOWN), `${more} more`] : names);
}
