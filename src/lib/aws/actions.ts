/** What a member of an API's input is: text, a number, true or false, an object, or any JSON value. */
export type MemberType = 'text' | 'number' | 'boolean' | 'object' | 'any';

interface Action {
  /** The members of its input that are simulated, with AWS's names. */
  readonly members: Readonly<Record<string, MemberType>>;
  readonly required: readonly string[];
}

/**
 * Every API action that the simulator knows, by call: what a workload line (`call: lambda:Invoke`) may name.
 * Other actions and members of AWS exist; they are named here when they are simulated.
 */
const ACTIONS = {
  'lambda:Invoke': {
    // Payload: text is the body as it stands; any other JSON value stands for its text.
    members: {
      FunctionName: 'text',
      InvocationType: 'text',
      LogType: 'text',
      ClientContext: 'text',
      Payload: 'any',
      Qualifier: 'text',
    },
    required: ['FunctionName'],
  },
  'lambda:GetFunction': { members: { FunctionName: 'text', Qualifier: 'text' }, required: ['FunctionName'] },
  'lambda:UpdateFunctionCode': {
    // ZipFile: the files of the new package by path, in place of the bytes of an archive.
    members: { FunctionName: 'text', ZipFile: 'object' },
    required: ['FunctionName', 'ZipFile'],
  },
  'lambda:UpdateFunctionConfiguration': {
    members: {
      FunctionName: 'text',
      Handler: 'text',
      MemorySize: 'number',
      Timeout: 'number',
      Environment: 'object',
      EphemeralStorage: 'object',
    },
    required: ['FunctionName'],
  },
} as const satisfies Readonly<Record<string, Action>>;

/** `lambda:Invoke`. */
export type KnownCall = keyof typeof ACTIONS;

export const KNOWN_CALLS: readonly string[] = Object.keys(ACTIONS);

/** Services that have at least one known action. */
export const KNOWN_SERVICES: readonly string[] = [
  ...new Set(KNOWN_CALLS.map((call) => splitCall(call).service)),
];

export function isKnownCall(text: string): text is KnownCall {
  return Object.hasOwn(ACTIONS, text);
}

export function actionOf(call: KnownCall): Action {
  return ACTIONS[call];
}

/** `lambda:Invoke` is the action `Invoke` of the service `lambda`. */
function splitCall(call: string): { readonly service: string; readonly action: string } {
  const colon = call.indexOf(':');
  return { service: call.slice(0, colon), action: call.slice(colon + 1) };
}
