import type { Projection } from '$lib/kernel/trace/projection';
import { isKind, type TraceRecord } from '$lib/kernel/trace/record-kind';
import { durationPrice, PRICES, tmpPrice } from '$lib/rules/prices';
import type { Architecture } from '../configuration';
import { environmentRecord } from '../records/environment';
import { functionRecord, reportRecord } from '../records/invocation';

/** What the run would cost at list prices in us-east-1, before the free tier. */
export interface BillView {
  readonly requests: number;
  readonly gbSeconds: number;
  /** US dollars. */
  readonly usd: number;
}

/** Adds up requests and duration in whole 10⁻¹² dollars. */
export class Bill implements Projection {
  readonly #architectures = new Map<string, Architecture>();
  readonly #tmpMB = new Map<number, number>();
  #requests = 0;
  #megabyteMilliseconds = 0;
  #picoDollars = 0;

  get view(): BillView {
    return {
      requests: this.#requests,
      gbSeconds: this.#megabyteMilliseconds / 1_024_000,
      usd: this.#picoDollars / 1e12,
    };
  }

  take(record: TraceRecord): void {
    if (isKind(record, functionRecord)) {
      const { functionName, architecture } = record.values;
      this.#architectures.set(functionName, architecture === 'arm64' ? 'arm64' : 'x86_64');
    } else if (isKind(record, environmentRecord)) {
      this.#tmpMB.set(record.values.environment, record.values.tmpLimitMB);
    } else if (isKind(record, reportRecord)) {
      const { functionName, environment, billedMs, memorySizeMB } = record.values;
      this.#requests++;
      this.#megabyteMilliseconds += billedMs * memorySizeMB;
      this.#picoDollars +=
        PRICES.request +
        durationPrice(billedMs, memorySizeMB, this.#architectures.get(functionName) ?? 'x86_64') +
        tmpPrice(billedMs, this.#tmpMB.get(environment) ?? 0);
    }
  }
}
