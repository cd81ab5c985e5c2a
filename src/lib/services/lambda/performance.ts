import type { RandomStreams } from '$lib/kernel/random';
import { microseconds, milliseconds, type Microseconds } from '$lib/kernel/units';
import {
  BASE_MEMORY_MB,
  durationAt,
  FIRST_DURATION_MS,
  INIT_DURATION_MS,
  PLATFORM_START_MS,
  WARM_DURATION_MS,
} from '$lib/rules/measurements';
import type { QuotaValues } from '$lib/rules/quotas';
import type { FunctionConfiguration } from './configuration';

/** 1,769 MB buy one vCPU (rule lambda.cpu-share). A handler of JavaScript runs on one thread. */
const MB_PER_VCPU = 1_769;

/** Environments end at one to two times the profile's maximum age, so that they do not all end at once. */
const AGE_SPREAD = 2;

/**
 * How long things take that AWS does, drawn from what was measured; and what is billed for it. Each function draws from
 * streams of its own: another function does not reshuffle them.
 */
export class Performance {
  readonly #random: RandomStreams;
  readonly #quotas: QuotaValues;

  constructor(random: RandomStreams, quotas: QuotaValues) {
    this.#random = random;
    this.#quotas = quotas;
  }

  /** From the decision for a new environment to the start of its init phase: fetching code, starting the microVM. */
  platformStart({ functionName }: FunctionConfiguration): Microseconds {
    const stream = this.#random.stream(`lambda.platform-start ${functionName}`);
    return milliseconds(stream.fromQuantiles(PLATFORM_START_MS));
  }

  /** Starting the runtime and an empty module. The learner's top-level code adds its own time. */
  initDuration({ functionName, runtime, architecture }: FunctionConfiguration): Microseconds {
    const quantiles = INIT_DURATION_MS[runtime][architecture];
    return milliseconds(this.#random.stream(`lambda.init-duration ${functionName}`).fromQuantiles(quantiles));
  }

  /** What the runtime itself takes of an invocation, before the handler runs. */
  overhead({ runtime, architecture, memorySize }: FunctionConfiguration, first: boolean): Microseconds {
    return milliseconds(
      durationAt(first ? FIRST_DURATION_MS[runtime][architecture] : WARM_DURATION_MS, memorySize),
    );
  }

  /** Age at which an environment is replaced even when it is busy all the time. */
  maximumAge({ functionName }: FunctionConfiguration): Microseconds {
    const spread = 1 + this.#random.stream(`lambda.maximum-age ${functionName}`).unit() * (AGE_SPREAD - 1);
    return microseconds(this.#quotas.maximumEnvironmentAgeUs * spread);
  }

  /** Memory that the runtime takes before the learner's code runs. */
  baseMemoryMB({ runtime, architecture }: FunctionConfiguration): number {
    return BASE_MEMORY_MB[runtime][architecture];
  }

  /** Share of one vCPU, at most 1. */
  cpuShare(memorySizeMB: number): number {
    return Math.min(1, memorySizeMB / MB_PER_VCPU);
  }

  /** Billed duration in milliseconds: init included where it is billed, rounded up to the billing step. */
  billedMs(duration: Microseconds, initDuration: Microseconds | undefined): number {
    const { billingStepMs, initIsBilled } = this.#quotas;
    const total = duration + (initIsBilled && initDuration !== undefined ? initDuration : 0);
    return Math.ceil(total / (billingStepMs * 1_000)) * billingStepMs;
  }
}
