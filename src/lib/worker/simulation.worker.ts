import { expose } from 'comlink';
import { loadEngine } from '$lib/sandbox/load-browser';
import { createSandbox } from '$lib/sandbox/sandbox';
import { SimulationHost } from './simulation-host';

const engine = loadEngine();

expose(
  new SimulationHost(
    async () => {
      const loaded = await engine;
      return () => createSandbox({ engine: loaded });
    },
    {
      now: () => performance.now(),
      later: (action, delayMs) => void setTimeout(action, delayMs),
    },
  ),
);
