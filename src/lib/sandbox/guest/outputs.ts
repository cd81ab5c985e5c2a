import type { Microseconds } from '$lib/kernel/units';
import type { Effect, ErrorPayload, ExitReason, LogLevel, NodeRuntime, SourcePosition } from '../isolate';
import type { Report } from '../vm/bridge';
import { LogBudget, MAX_LINES, MAX_TEXT } from './log-budget';
import { positionIn } from './stack';

/** An effect without its time. */
type Happening<T> = T extends unknown ? Omit<T, 'at'> : never;

/** Collects the effects of a turn, each at its own virtual time. */
export class Outputs {
  private effects: Effect[] = [];
  private readonly budget = new LogBudget();
  /** The last error that was reported, for the exit that follows it. */
  private failure:
    { error: ErrorPayload | undefined; position: SourcePosition | undefined; reason: ExitReason } | undefined;

  constructor(
    private readonly now: () => Microseconds,
    private readonly runtime: NodeRuntime,
  ) {}

  begin(): void {
    this.effects = [];
    this.budget.begin();
  }

  take(): readonly Effect[] {
    if (this.budget.dropped > 0) {
      const text = `${this.budget.dropped} more log lines are not shown: the simulator keeps ${MAX_LINES} lines or ${MAX_TEXT} characters of what code logs without a pause.\n`;
      this.push({ kind: 'stdout', text });
    }
    return this.effects;
  }

  push(happening: Happening<Effect>): void {
    this.effects.push({ at: this.now(), ...happening });
  }

  log(level: LogLevel, message: string, requestId: string | undefined): void {
    if (this.budget.admits(message.length)) this.push({ kind: 'log', level, message, requestId });
  }

  write(text: string): void {
    if (this.budget.admits(text.length)) this.push({ kind: 'stdout', text });
  }

  /** The handler failed; the process lives on. */
  handlerError({ error, stack }: Report): void {
    this.push({ kind: 'error', error, position: positionIn(stack) });
  }

  initError({ error, stack }: Report): void {
    const position = positionIn(stack);
    this.push({ kind: 'init-error', error, position });
    this.failure = { error, position, reason: 'uncaught-exception' };
  }

  /** Something outside of the handler's promise failed; the process is about to end. */
  fatal({ error, stack }: Report, reason: ExitReason): void {
    // Node 24's client has no listener for these: the platform only learns the exit status.
    const told = this.runtime === 'nodejs24.x' ? undefined : error;
    this.failure = { error: told, position: positionIn(stack), reason };
  }

  exit(code: number): void {
    const { error, position, reason } = this.failure ?? {
      reason: 'exit',
      error: undefined,
      position: undefined,
    };
    this.push({ kind: 'exit', reason, code, signal: undefined, error, position });
  }

  killed(reason: 'out-of-memory' | 'crash'): void {
    const [code, signal] =
      reason === 'out-of-memory' ? ([137, 'killed'] as const) : ([134, 'aborted'] as const);
    this.push({ kind: 'exit', reason, code, signal, error: undefined, position: undefined });
  }
}
