import { setup } from 'xstate';

interface Life {
  /** How long it may rest before Lambda takes it away. */
  readonly idleMs: number;
  readonly onShutDown: () => void;
}

/**
 * The life of one execution environment, in AWS's words. A process lives in `init`, `invoke` and `frozen`; in
 * `suppressedInit` it is being started again inside an invocation; in `reset` it is gone while the environment, its
 * log stream and its /tmp remain.
 */
export const executionEnvironmentMachine = setup({
  types: {
    // XState reads the types of these only; the values stay unused.
    input: {} as Life,
    // As above.
    context: {} as Life,
    events: {} as
      | { readonly type: 'INITIALISED' }
      | { readonly type: 'INIT_FAILED' }
      | { readonly type: 'INVOKE' }
      | { readonly type: 'DONE' }
      | { readonly type: 'PROCESS_ENDED' }
      | { readonly type: 'RETIRE' },
  },
  actions: { shutDown: ({ context }) => context.onShutDown() },
  delays: { idle: ({ context }) => context.idleMs },
}).createMachine({
  id: 'execution-environment',
  context: ({ input }) => input,
  initial: 'init',
  states: {
    init: {
      description: 'The runtime starts, then the code outside the handler runs. Limit: 10 s.',
      on: { INITIALISED: 'invoke', INIT_FAILED: 'suppressedInit' },
    },
    suppressedInit: {
      description: 'Init is run again inside an invocation, under the function’s timeout.',
      on: { INITIALISED: 'invoke', INIT_FAILED: 'reset' },
    },
    invoke: {
      description: 'One event is being handled.',
      on: { DONE: 'frozen', PROCESS_ENDED: 'reset' },
    },
    frozen: {
      description: 'At rest: memory, timers and /tmp are kept, nothing runs.',
      on: { INVOKE: 'invoke', RETIRE: 'shutdown' },
      after: { idle: 'shutdown' },
    },
    reset: {
      description: 'The process is gone; the environment and /tmp are kept for the next event.',
      on: { INVOKE: 'suppressedInit', RETIRE: 'shutdown' },
      after: { idle: 'shutdown' },
    },
    shutdown: {
      description: 'The environment is gone.',
      type: 'final',
      entry: 'shutDown',
    },
  },
});
