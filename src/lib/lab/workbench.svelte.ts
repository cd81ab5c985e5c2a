/** What the learner works on: a scenario, the code and template in the editor, and what of it is deployed. */
import { changedFunctions, carriedOver, type Code, type Files } from './code';
import type { Fault, OpenedScenario, SimulationApi } from '$lib/worker/protocol';
import { withCode, withTemplate } from './rewrite';

/** What {@link Workbench.deploy} did: nothing, new code, a new stack; or faults stood in its way. */
export type Deployed = 'nothing' | 'code' | 'template' | 'faults';

/** Everything on the bench, to put it back as it was. */
export interface BenchState {
  /** The scenario without what the learner did since. */
  readonly scenario: string;
  readonly starter: { readonly code: Code; readonly template: string };
  readonly deployed: Code;
  readonly code: Code;
  readonly deployedTemplate: string;
  readonly template: string;
}

export class Workbench {
  readonly #api: SimulationApi;
  /** As last opened, with the template that was deployed last. */
  #scenario = '';

  #opened = $state.raw<OpenedScenario>();
  /** As the scenario came, before the learner changed anything. */
  #starter = $state.raw<{ readonly code: Code; readonly template: string }>({ code: {}, template: '' });
  #deployed = $state.raw<Code>({});
  #code = $state.raw<Code>({});
  #template = $state.raw('');
  #functionName = $state.raw('');
  #faults = $state.raw<readonly Fault[]>([]);

  constructor(api: SimulationApi) {
    this.#api = api;
  }

  /** Undefined until a scenario has been opened without faults. */
  get opened(): OpenedScenario | undefined {
    return this.#opened;
  }

  /** What is in the editor, by function. */
  get code(): Code {
    return this.#code;
  }

  /** What Reset in the editor goes back to. */
  get starter(): { readonly code: Code; readonly template: string } {
    return this.#starter;
  }

  get deployed(): Code {
    return this.#deployed;
  }

  /** The files of the chosen function in the editor. */
  get files(): Files {
    return this.#code[this.#functionName] ?? {};
  }

  /** The template in the editor, YAML. */
  get template(): string {
    return this.#template;
  }

  /** The function that is edited and that Run invokes. */
  get functionName(): string {
    return this.#functionName;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Whether the next run would deploy something first. */
  get changed(): boolean {
    return this.#templateChanged() || changedFunctions(this.#code, this.#deployed).length > 0;
  }

  /** Replaces the files of the chosen function in the editor. */
  edit(files: Files): void {
    this.#code = { ...this.#code, [this.#functionName]: files };
  }

  editTemplate(template: string): void {
    this.#template = template;
  }

  chooseFunction(functionName: string): void {
    if (Object.hasOwn(this.#code, functionName)) this.#functionName = functionName;
  }

  /** Opens a scenario and puts its code and template into the editor. With faults, everything stays as it was. */
  async open(scenario: string): Promise<boolean> {
    if (!(await this.#openText(scenario))) return false;
    this.#code = this.#deployed;
    this.#starter = { code: this.#deployed, template: this.#template };
    return true;
  }

  /** Opens the same scenario again; the code in the editor stays. */
  reopen(): Promise<boolean> {
    return this.#openText(this.#scenario);
  }

  get state(): BenchState {
    return {
      scenario: this.#scenario,
      starter: this.#starter,
      deployed: this.#deployed,
      code: this.#code,
      deployedTemplate: this.#opened?.template ?? '',
      template: this.#template,
    };
  }

  /** Opens `scenario`, which holds what the learner did up to this state, and puts everything back as it was. */
  async bringBack(scenario: string, state: BenchState): Promise<boolean> {
    if (!(await this.#openText(scenario))) return false;
    this.#scenario = state.scenario;
    this.#starter = state.starter;
    this.#deployed = state.deployed;
    this.#code = state.code;
    this.#setTemplates(state.deployedTemplate, state.template);
    return true;
  }

  /**
   * Brings what is in the editor into the simulation. A new template is a new stack: everything begins at time 0.
   * @param untouched nothing has happened since the scenario was opened: then it simply has this code from the start
   */
  async deploy(untouched: boolean): Promise<Deployed> {
    const templateChanged = this.#templateChanged();
    if (templateChanged && !(await this.#openTemplate())) return 'faults';
    const changed = changedFunctions(this.#code, this.#deployed);
    if (changed.length > 0 && !((untouched || templateChanged) && (await this.#openWithCode()))) {
      for (const name of changed) {
        const files = this.#code[name] ?? {};
        await this.#api.updateCode(name, files);
        this.#deployed = { ...this.#deployed, [name]: files };
      }
    }
    if (templateChanged) return 'template';
    return changed.length > 0 ? 'code' : 'nothing';
  }

  #templateChanged(): boolean {
    return this.#opened !== undefined && this.#template !== this.#opened.template;
  }

  async #openTemplate(): Promise<boolean> {
    const replaced = await withTemplate(this.#scenario, this.#template);
    if (!replaced.ok) {
      this.#faults = replaced.faults;
      return false;
    }
    const draft = this.#template;
    const code = this.#code;
    if (!(await this.#openText(replaced.text))) return false;
    this.#code = carriedOver(code, this.#deployed);
    this.#setTemplates(draft, draft);
    return true;
  }

  async #openWithCode(): Promise<boolean> {
    const { code, deployedTemplate, template } = this.state;
    const text = await withCode(this.#scenario, this.#deployed, code);
    // Code that is faulty as a scenario is deployed the other way, which says what is wrong when it runs.
    if (text === undefined || !(await this.#openText(text))) {
      this.#faults = [];
      return false;
    }
    this.#code = code;
    this.#setTemplates(deployedTemplate, template);
    return true;
  }

  /** The worker may write the same template differently: what the learner typed stays in the editor. */
  #setTemplates(deployed: string, draft: string): void {
    if (this.#opened) this.#opened = { ...this.#opened, template: deployed };
    this.#template = draft;
  }

  async #openText(scenario: string): Promise<boolean> {
    const opened = await this.#api.open(scenario);
    if (!opened.ok) {
      this.#faults = opened.faults;
      return false;
    }
    this.#faults = [];
    this.#scenario = scenario;
    this.#opened = opened;
    this.#deployed = opened.code;
    this.#template = opened.template;
    if (!Object.hasOwn(opened.code, this.#functionName)) this.#functionName = opened.functions[0] ?? '';
    return true;
  }
}
