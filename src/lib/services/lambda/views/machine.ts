import { executionEnvironmentMachine } from '../environment/execution-environment.machine';
import type { EnvironmentView } from './environments';

/** A state chart to draw, with the state that it is in. */
export interface MachineView {
  readonly id: string;
  readonly title: string;
  readonly states: readonly { readonly name: string; readonly text: string; readonly final: boolean }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly event: string }[];
  readonly active: string;
}

/** The life of an execution environment: read off the very machine that runs it. */
export function environmentMachine(view: EnvironmentView): MachineView {
  const { id, states } = executionEnvironmentMachine;
  const nodes = Object.values(states);
  return {
    id,
    title: `environment ${view.environment} of ${view.functionName}`,
    states: nodes.map((node) => ({
      name: node.key,
      text: node.description ?? '',
      final: node.type === 'final',
    })),
    transitions: nodes.flatMap((node) =>
      [...node.transitions].flatMap(([event, transitions]) =>
        transitions.flatMap(({ target }) =>
          (target ?? []).map((to) => ({ from: node.key, to: to.key, event: eventName(event) })),
        ),
      ),
    ),
    active: view.state,
  };
}

/** XState names a delayed transition's event after its delay: `xstate.after.idle.…`. */
function eventName(event: string): string {
  const delay = /^xstate\.after\.([^.]+)/.exec(event)?.[1];
  return delay === undefined ? event : `after ${delay}`;
}
