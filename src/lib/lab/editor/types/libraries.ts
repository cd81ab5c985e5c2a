/** The type declarations that the learner's code is checked against, as text: loaded by the TypeScript worker only. */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import fetchTypes from './fetch.txt?raw';
import { assembleLibraries } from './assemble';

const packaged: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../../../../node_modules/@types/aws-lambda/**/*.d.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  // What the sandbox has, and what these need to be understood.
  ...import.meta.glob<string>(
    [
      '../../../../../node_modules/@types/node/{assert,async_hooks,buffer,buffer.buffer,console,crypto,events,fs,globals,globals.typedarray,module,os,path,perf_hooks,process,querystring,stream,timers,url,util}.d.ts',
      '../../../../../node_modules/@types/node/{assert/strict,fs/promises,timers/promises}.d.ts',
      '../../../../../node_modules/@types/node/compatibility/{disposable,indexable,iterators}.d.ts',
      '../../../../../node_modules/@types/node/web-globals/{abortcontroller,domexception,events}.d.ts',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
};

/** File name (`file:///node_modules/…`) to text. */
export function librariesFor(runtime: NodeRuntime): ReadonlyMap<string, string> {
  return assembleLibraries(packaged, fetchTypes, runtime);
}
