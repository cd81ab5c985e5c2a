import type { Compiler } from '../engine/compiler';
import type { Outcome, Value, Vm } from '../engine/vm';
import type { NodeRuntime } from '../isolate';
import type { Entry } from '../vm/bridge';
import { ENTRY_NAMES } from '../vm/bridge';
import ric3 from '../vm/ric3.ts?guest';
import ric4 from '../vm/ric4.ts?guest';
import { RUNTIME_FILE } from './stack';

/** The id of the one host function. Its first argument says what is wanted. */
const BRIDGE = 1;

const CLIENTS: Readonly<Record<NodeRuntime, { code: string; major: number }>> = {
  'nodejs20.x': { code: ric3, major: 20 },
  'nodejs22.x': { code: ric3, major: 22 },
  'nodejs24.x': { code: ric4, major: 24 },
};

/** Handles of the guest's entry functions, fetched once. */
export interface GuestEntry {
  get(name: keyof Entry): Value;
  free(): void;
}

/** Evaluates the runtime interface client, before any of the learner's code exists. */
export function bootGuest(vm: Vm, compiler: Compiler, runtime: NodeRuntime): GuestEntry {
  const { code, major } = CLIENTS[runtime];
  const boot = expect(vm.run(compiler.bytecode(code, RUNTIME_FILE)));
  const bridge = vm.newFunction('host', BRIDGE);
  const version = vm.newNumber(major);
  const object = expect(vm.call(boot, bridge, version));
  const handles = new Map<keyof Entry, Value>();
  for (const name of ENTRY_NAMES) handles.set(name, vm.property(object, name));
  for (const value of [boot, bridge, version, object]) vm.free(value);
  return {
    get(name) {
      const handle = handles.get(name);
      if (handle === undefined) throw new Error(`the guest has no entry ${name}`);
      return handle;
    },
    free() {
      for (const handle of handles.values()) vm.free(handle);
    },
  };

  function expect(outcome: Outcome): Value {
    if (outcome.ok) return outcome.value;
    throw new Error(`the runtime interface client does not start: ${vm.string(outcome.error)}`);
  }
}
