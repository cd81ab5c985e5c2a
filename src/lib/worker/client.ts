/**
 * The page's side of the simulation's worker. Looks like the simulation itself; when the worker stops answering it is
 * ended, every call that waits is rejected with {@link WorkerGone}, and the next call starts a new worker.
 */
import { proxy, wrap } from 'comlink';
import type { Microseconds } from '$lib/kernel/units';
import type { StepReport } from '$lib/lesson/types';
import type { RecordId } from '$lib/kernel/trace/record-kind';
import type {
  LabView,
  MachineView,
  Opened,
  RunProblem,
  RunStatus,
  SimulationApi,
  Speed,
  ViewDetail,
  WhyView,
} from './protocol';
import { Watchdog } from './watchdog';

/** The worker has ended, and everything that was in it is gone. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone';

  constructor(readonly problem: RunProblem) {
    super(problem.message);
  }
}

/** A started worker, as the client needs it. */
export interface SimulationWorker {
  readonly api: SimulationApi;
  /** Calls `listener` if the worker cannot be started or fails as a whole. */
  onCrash(listener: (message: string) => void): void;
  terminate(): void;
}

export interface SimulationClientOptions {
  /** Told once for each worker that was lost. The calls that waited for it are rejected first. */
  readonly onGone: (problem: RunProblem) => void;
  /** Left out, it is the real worker. */
  readonly start?: () => SimulationWorker;
}

/** One worker, from its start to its end. */
interface Life {
  readonly worker: SimulationWorker;
  readonly watchdog: Watchdog;
  /** Rejected when the worker is lost. */
  readonly gone: Promise<never>;
  calls: number;
  /** Whether time runs by itself in there: then it should answer although nobody waits for a call. */
  running: boolean;
}

export class SimulationClient implements SimulationApi {
  readonly #options: SimulationClientOptions;
  #life: Life | undefined;
  #listener: ((status: RunStatus) => void) | undefined;

  constructor(options: SimulationClientOptions) {
    this.#options = options;
  }

  /** Ends the worker. A later call starts a new one. */
  close(): void {
    const life = this.#life;
    this.#life = undefined;
    life?.watchdog.rest();
    life?.worker.terminate();
  }

  open(scenarioText: string): Promise<Opened> {
    return this.#call((api) => api.open(scenarioText));
  }

  /** Also holds for the workers that follow. */
  subscribe(listener: (status: RunStatus) => void): Promise<void> {
    this.#listener = listener;
    return this.#call((api) => api.subscribe(this.#heard));
  }

  updateCode(functionName: string, files: Readonly<Record<string, string>>): Promise<void> {
    return this.#call((api) => api.updateCode(functionName, files));
  }

  invoke(functionName: string, payload: string, count: number): Promise<void> {
    return this.#call((api) => api.invoke(functionName, payload, count));
  }

  advance(duration: Microseconds): Promise<void> {
    return this.#call((api) => api.advance(duration));
  }

  play(speed: Speed): Promise<void> {
    return this.#call((api) => api.play(speed));
  }

  pause(): Promise<void> {
    return this.#call((api) => api.pause());
  }

  step(): Promise<void> {
    return this.#call((api) => api.step());
  }

  view(at: Microseconds, detail: ViewDetail = 'full'): Promise<LabView> {
    return this.#call((api) => api.view(at, detail));
  }

  why(record: RecordId): Promise<WhyView> {
    return this.#call((api) => api.why(record));
  }

  machine(environment: number, at: Microseconds): Promise<MachineView | undefined> {
    return this.#call((api) => api.machine(environment, at));
  }

  check(lesson: string, step: string, answer?: string): Promise<StepReport> {
    return this.#call((api) => api.check(lesson, step, answer));
  }

  scenario(): Promise<string> {
    return this.#call((api) => api.scenario());
  }

  traceHash(): Promise<string> {
    return this.#call((api) => api.traceHash());
  }

  ping(): Promise<true> {
    return this.#call((api) => api.ping());
  }

  async #call<T>(work: (api: SimulationApi) => Promise<T>): Promise<T> {
    const life = (this.#life ??= this.#begin());
    life.calls += 1;
    life.watchdog.watch();
    try {
      const answer = await Promise.race([work(life.worker.api), life.gone]);
      life.watchdog.heard();
      return answer;
    } finally {
      life.calls -= 1;
      restIfIdle(life);
    }
  }

  #begin(): Life {
    const worker = (this.#options.start ?? startWorker)();
    let reject: (gone: WorkerGone) => void = () => undefined;
    const gone = new Promise<never>((_, rejectIt) => (reject = rejectIt));
    // Perhaps no call is waiting when the worker is lost: onGone tells it in any case.
    gone.catch(() => undefined);
    const lose = (problem: RunProblem) => {
      if (this.#life?.worker !== worker) return;
      this.close();
      reject(new WorkerGone(problem));
      this.#options.onGone(problem);
    };
    const watchdog = new Watchdog({
      ping: () => worker.api.ping(),
      onSilent: () => lose(STOPPED_ANSWERING),
    });
    worker.onCrash((message) => lose(crashed(message)));
    if (this.#listener) void worker.api.subscribe(this.#heard);
    return { worker, watchdog, gone, calls: 0, running: false };
  }

  /** Marked for Comlink: a function cannot be copied into a worker. */
  readonly #heard = proxy((status: RunStatus): void => {
    const life = this.#life;
    if (life) {
      life.watchdog.heard();
      life.running = status.state === 'running' || status.state === 'playing';
      if (life.running) life.watchdog.watch();
      else restIfIdle(life);
    }
    this.#listener?.(status);
  });
}

function restIfIdle(life: Life): void {
  if (life.calls === 0 && !life.running) life.watchdog.rest();
}

const STOPPED_ANSWERING: RunProblem = {
  code: 'stopped-answering',
  message:
    'The simulation stopped answering and was ended. Most likely the code is in one long operation of the language itself, ' +
    'such as joining a huge array, which cannot be interrupted from within.',
  next: 'Everything is as it was before this run, and your code is untouched. Make the operation smaller, then run again.',
};

function crashed(message: string): RunProblem {
  return {
    code: 'crashed',
    message: `The simulation failed and was ended: ${message}`,
    next: 'Everything is as it was before this run, and your code is untouched. Run again, or start over if it fails again.',
  };
}

/** The real worker, behind Comlink. */
function startWorker(): SimulationWorker {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SimulationApi>(worker);
  return {
    api: remote,
    onCrash: (listener) => {
      worker.addEventListener('error', (event) => listener(event.message || 'its files could not be loaded'));
      worker.addEventListener('messageerror', () => listener('a message could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
