import type { ResponseView } from '$lib/worker/protocol';

/** How a set of calls went, in counts. Cold, warm and failed are of those answered. */
export interface ResponseSummary {
  readonly answered: number;
  readonly waiting: number;
  readonly cold: number;
  readonly warm: number;
  readonly failed: number;
  readonly throttled: number;
}

const TOO_MANY_REQUESTS = 429;

export function summarise(responses: readonly ResponseView[]): ResponseSummary {
  const count = (test: (response: ResponseView) => boolean) => responses.filter(test).length;
  return {
    answered: count(({ status }) => status !== undefined),
    waiting: count(({ status }) => status === undefined),
    cold: count(({ cold }) => cold === true),
    warm: count(({ cold }) => cold === false),
    failed: count(({ functionError }) => functionError !== undefined),
    throttled: count(({ status }) => status === TOO_MANY_REQUESTS),
  };
}

/** `20 answered: 20 cold`; what there is none of is left out. */
export function summaryText({ answered, waiting, ...parts }: ResponseSummary): string {
  const told = (['cold', 'warm', 'failed', 'throttled'] as const)
    .filter((name) => parts[name] > 0)
    .map((name) => `${parts[name].toLocaleString('en')} ${name}`);
  const first = `${answered.toLocaleString('en')} answered`;
  const rest = waiting > 0 ? [`${waiting.toLocaleString('en')} waiting`] : [];
  return [told.length > 0 ? `${first}: ${told.join(', ')}` : first, ...rest].join('; ');
}

/** The newest calls that were made at one instant: those of one press of Run. */
export function newestBatch(responses: readonly ResponseView[]): readonly ResponseView[] {
  const last = responses.at(-1);
  return last ? responses.filter(({ at, call }) => at === last.at && call === last.call) : [];
}

/** One word for how a call went, with the meaning of its colour. */
export function outcomeOf({ status, functionError, error, cold }: ResponseView): {
  readonly word: string;
  readonly tone: 'ice' | 'ember' | 'red' | 'frozen';
} {
  if (status === undefined) return { word: 'waiting', tone: 'frozen' };
  if (status === TOO_MANY_REQUESTS) return { word: 'throttled', tone: 'red' };
  if (functionError !== undefined) return { word: 'function error', tone: 'red' };
  if (error !== undefined) return { word: 'refused', tone: 'red' };
  if (cold === undefined) return { word: 'done', tone: 'frozen' };
  return cold ? { word: 'cold', tone: 'ice' } : { word: 'warm', tone: 'ember' };
}
