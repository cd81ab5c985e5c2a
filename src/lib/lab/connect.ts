import { SimulationClient } from '$lib/worker/client';
import { LabSession, type LabSessionOptions } from './session.svelte';

/** A session with a simulation in a worker of its own. Close it when the page is left. In a browser only. */
export function startLabSession(options: Omit<LabSessionOptions, 'connect'> = {}): LabSession {
  return new LabSession({ ...options, connect: (onGone) => new SimulationClient({ onGone }) });
}
