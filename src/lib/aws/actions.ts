/**
 * Every API action that the simulator knows, by service: what a workload line (`call: lambda:Invoke`) may name.
 * Other actions of AWS exist; they are named here when they are simulated.
 */
export const KNOWN_ACTIONS = {
  lambda: ['Invoke', 'GetFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'],
} as const;

export type ServiceName = keyof typeof KNOWN_ACTIONS;

/** `lambda:Invoke`. */
export type KnownCall = {
  [Service in ServiceName]: `${Service}:${(typeof KNOWN_ACTIONS)[Service][number]}`;
}[ServiceName];

/** All known calls, in the order of the table above. */
export const KNOWN_CALLS: readonly KnownCall[] = KNOWN_ACTIONS.lambda.map(
  (action) => `lambda:${action}` as const,
);
