/** What the learner looks at: a time, what there is to see at it, a selected record and a watched environment. */
import type { RecordId } from '$lib/kernel/trace/record-kind';
import { microseconds, type Microseconds } from '$lib/kernel/units';
import type { LabView, MachineView, SimulationApi, WhyView } from '$lib/worker/protocol';
import { Newest } from './newest';

/** Looking at the live edge, or at a chosen time before it. */
export type Cursor = 'live' | Microseconds;

/** Past every live edge: see `SimulationApi.view`. */
const LIVE_EDGE = microseconds(Number.MAX_SAFE_INTEGER);
/** Between two views the page rests longer than the view took, so that it has time to draw. */
const REST = 1.5;

export class Sight {
  readonly #api: SimulationApi;
  readonly #running: () => boolean;
  readonly #views = new Newest<Cursor>((cursor) => this.#fetchView(cursor), REST);
  readonly #whys = new Newest<RecordId>((record) => this.#fetchWhy(record));
  readonly #machines = new Newest<number>((environment) => this.#fetchMachine(environment));

  #cursor = $state.raw<Cursor>('live');
  #live = $state.raw<LabView>();
  #past = $state.raw<LabView>();
  #selected = $state.raw<RecordId>();
  #why = $state.raw<WhyView>();
  #watched = $state.raw<number>();
  #machine = $state.raw<MachineView>();

  /** @param running whether time goes on: then the newest of the answers and log lines are enough */
  constructor(api: SimulationApi, running: () => boolean) {
    this.#api = api;
    this.#running = running;
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Everything at the cursor. */
  get view(): LabView | undefined {
    return this.#cursor === 'live' ? this.#live : (this.#past ?? this.#live);
  }

  /** Everything at the live edge: the timeline is drawn whole, wherever the cursor is. */
  get live(): LabView | undefined {
    return this.#live;
  }

  get selected(): RecordId | undefined {
    return this.#selected;
  }

  /** Why the selected record is as it is; undefined until the answer has come. */
  get why(): WhyView | undefined {
    return this.#why;
  }

  /** The environment whose machine is followed. */
  get watched(): number | undefined {
    return this.#watched;
  }

  /** The watched environment's machine at the cursor. */
  get machine(): MachineView | undefined {
    return this.#machine;
  }

  /** Resolves when what there is to see at the cursor has come. */
  async look(cursor: Cursor): Promise<void> {
    this.#cursor = cursor;
    await this.#views.ask(cursor);
  }

  /** Asks again for what is looked at: time has passed. */
  refresh(): Promise<void> {
    return this.look(this.#cursor);
  }

  async select(record: RecordId | undefined): Promise<void> {
    this.#selected = record;
    if (record === undefined) this.#why = undefined;
    else await this.#whys.ask(record);
  }

  async watch(environment: number | undefined): Promise<void> {
    this.#watched = environment;
    if (environment === undefined) this.#machine = undefined;
    else await this.#machines.ask(environment);
  }

  /** Another simulation: records and environments of the old one mean nothing. */
  forget(): void {
    this.#cursor = 'live';
    this.#live = undefined;
    this.#past = undefined;
    this.#selected = undefined;
    this.#why = undefined;
    this.#watched = undefined;
    this.#machine = undefined;
  }

  async #fetchView(cursor: Cursor): Promise<void> {
    // While the past is looked at, the live edge may go on: the timeline shows that too.
    this.#live = await this.#api.view(LIVE_EDGE, this.#running() ? 'brief' : 'full');
    if (cursor === 'live') this.#past = undefined;
    else this.#past = await this.#api.view(cursor);
    if (this.#watched !== undefined) await this.#machines.ask(this.#watched);
  }

  async #fetchWhy(record: RecordId): Promise<void> {
    const why = await this.#api.why(record);
    if (this.#selected === record) this.#why = why;
  }

  async #fetchMachine(environment: number): Promise<void> {
    const machine = await this.#api.machine(environment, this.view?.at ?? LIVE_EDGE);
    if (this.#watched === environment) this.#machine = machine;
  }
}
