import { failed, passed, waiting, type Check, type StepChecks } from '$lib/lesson/check';
import { member, quote } from '$lib/lesson/json';
import type { Invocation, LessonRun } from '$lib/lesson/run';
import { millis, outcomeOf } from '$lib/lesson/words';

/** The download takes 400 ms; reading a small file takes a few. */
const FETCHED_MS_MIN = 400;

const PRICES = new Map([
  ['tea', 4],
  ['coffee', 6],
]);

const fetched = ({ durationMs }: Invocation) => (durationMs ?? 0) >= FETCHED_MS_MIN;

const rightPrices: Check = {
  id: 'right-prices',
  text: 'Tea costs 4 and coffee costs 6, with or without the file',
  judge: ({ invocations }) => {
    if (invocations.length === 0) return waiting('Send an event with an item.');
    for (const invocation of invocations) {
      if (invocation.error?.errorMessage.includes('EROFS') === true)
        return failed(`An invocation ${outcomeOf(invocation)}. Only /tmp can be written to.`);
      if (invocation.error) return failed(`An invocation ${outcomeOf(invocation)}.`);
      const item = member(invocation.event, 'item');
      const price = typeof item === 'string' ? PRICES.get(item) : undefined;
      if (price !== undefined && member(invocation.result, 'price') !== price)
        return failed(`${quote(item)} was answered ${quote(invocation.result)}; its price is ${price}.`);
    }
    return passed('Every price was right.');
  },
};

const hitOnWarm: Check = {
  id: 'hit-on-warm',
  text: 'A warm invocation reads the list from /tmp instead of fetching it',
  judge: ({ invocations, environments }) => {
    const warm = invocations.find(({ cold, error }) => !cold && !error);
    if (!warm) return waiting('Send two events, one after the other.');
    const files = environments.flatMap(({ tmpFiles }) => tmpFiles);
    const took = `The warm invocation took ${millis(warm.durationMs)} ms.`;
    if (fetched(warm)) return failed(`${took} It has fetched the list again.`);
    const file = files[0];
    if (!file)
      return failed(
        `${took} But there is no file in /tmp: the list was kept in memory. That works too; here it should be a file.`,
      );
    return passed(`${took} The list is in ${file.path}, ${file.size} bytes.`);
  },
};

const missOnCold: Check = {
  id: 'miss-on-cold',
  text: 'A new environment has an empty /tmp, and fetches the list again',
  judge: ({ invocations }) => {
    const cold = invocations.filter((invocation) => invocation.cold && !invocation.error);
    if (cold.length < 2) return waiting('Let ten minutes pass, and send one more.');
    const quick = cold.find((invocation) => !fetched(invocation));
    if (quick)
      return failed(`A cold start took only ${millis(quick.durationMs)} ms: it has not fetched the list.`);
    return passed(`${cold.length} cold starts have fetched the list, once for each environment.`);
  },
};

export const tmpCache: StepChecks = {
  checks: [rightPrices, hitOnWarm, missOnCold],
  outcome: ({ invocations }: LessonRun) => {
    const warm = invocations.find(({ cold, error }) => !cold && !error);
    if (!warm) return undefined;
    return fetched(warm) ? 'as-long' : 'quick';
  },
};
