/** Brings Monaco when it is wanted: none of it is in the page's first JavaScript. */
import type { MonacoSurface } from './monaco/surface';

export type SurfaceClass = typeof MonacoSurface;

let loading: Promise<SurfaceClass> | undefined;

/** Rejects if its files cannot be fetched, as without a network; calling again tries again. */
export function loadMonaco(): Promise<SurfaceClass> {
  loading ??= import('./monaco/surface').then(
    (module) => module.MonacoSurface,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
