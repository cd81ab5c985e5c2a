/** Brings Monaco when it is wanted: none of it is in the page's first JavaScript. */
import type { MonacoSurface } from './monaco/surface';

export type SurfaceClass = typeof MonacoSurface;

let loading: Promise<SurfaceClass> | undefined;

/** Rejects if its files cannot be fetched, as without a network; calling again tries again. */
export function loadMonaco(): Promise<SurfaceClass> {
  // Said so that the bundle for prerendering leaves all of Monaco out.
  if (import.meta.env.SSR) return Promise.reject(new Error('There is no editor on a server.'));
  loading ??= import('./monaco/surface').then(
    (module) => module.MonacoSurface,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Milliseconds after which a busy page is taken as idle. */
const patienceMs = 3000;

/** Calls when the page has nothing else to do. Returns what cancels it. */
export function whenIdle(callback: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(callback, { timeout: patienceMs });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(callback, 500);
  return () => clearTimeout(id);
}
