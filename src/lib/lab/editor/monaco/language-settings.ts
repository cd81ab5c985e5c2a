/** How the learner's code is checked: JavaScript too, tolerantly, as Node.js would load it. */
import type { NodeRuntime } from '$lib/sandbox/isolate';
import { typescriptDefaults } from './parts';

/** Faults that say nothing to a learner here: Lambda's meaning of a failed import is told by the worker itself. */
const ignored = [
  7016, // no declaration file for a module: told as a missing import
  80001, // file is a CommonJS module; it may be converted
  80005, // 'require' call may be converted to an import
  80006, // this may be converted to an async function
  80007, // 'await' has no effect
];

/**
 * All code, JavaScript as well as TypeScript, goes to one TypeScript worker: two would cost a learner's browser another
 * 60 MB, and files could not import across the two languages.
 */
export function useRuntime(runtime: NodeRuntime): void {
  typescriptDefaults.setDiagnosticsOptions({
    noSemanticValidation: false,
    noSyntaxValidation: false,
    onlyVisible: true,
    diagnosticCodesToIgnore: ignored,
  });
  typescriptDefaults.setEagerModelSync(true);
  // The worker derives the real compiler options from the runtime: see ../typescript/options.
  typescriptDefaults.setCompilerOptions({ coldstartRuntime: runtime });
}
