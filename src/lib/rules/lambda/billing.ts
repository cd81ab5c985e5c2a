import { defineRules } from '../define';
import { guide, INIT_BILLING, PRICING } from '../sources';

/** What is billed. */
export const BILLING = defineRules('billing', {
  'lambda.billed-duration': {
    title: 'Time is billed to the millisecond, rounded up',
    statement:
      'The billed duration is the duration, plus the initialisation on a cold start, rounded up to the next whole millisecond. A failed invocation is billed as well, and a timeout is not cut off at the timeout.',
    numbers: { Step: '1 ms' },
    sources: [
      PRICING,
      guide('lambda-runtime-environment', 'Understanding the Lambda execution environment lifecycle'),
    ],
    confidence: 'A',
    older: 'Until December 2020 it was rounded up to 100 ms.',
  },
  'lambda.billed-init': {
    title: 'Initialisation is billed',
    statement:
      'Since 1 August 2025 the Init Duration of every function is part of the billed duration. A suppressed init was always billed: it is inside Duration.',
    numbers: { Since: '1 August 2025' },
    sources: [INIT_BILLING, PRICING],
    confidence: 'A',
    older:
      'Before, the initialisation of a zip package on a managed runtime was free; exam texts still say that init is free.',
    model: 'The profile exam-notes leaves the initialisation out of the bill.',
  },
  'lambda.request-price': {
    title: 'Each request costs 20 cents a million',
    statement: 'Every invocation that ran, successful or not, is one request. Throttled calls cost nothing.',
    numbers: { Price: '0.20 USD per million (us-east-1)' },
    sources: [PRICING],
    confidence: 'A',
  },
  'lambda.duration-price': {
    title: 'Duration is billed in GB-seconds',
    statement:
      'Billed seconds times memory in GB give GB-seconds: half the memory at the same duration costs half. On arm64 a GB-second costs a fifth less. Memory is counted as set, not as used.',
    numbers: {
      x86_64: '0.0000166667 USD per GB-second',
      arm64: '0.0000133334 USD per GB-second',
      Region: 'us-east-1, first tier',
    },
    sources: [PRICING],
    confidence: 'A',
  },
  'lambda.free-tier': {
    title: 'The first million requests of a month are free',
    statement:
      'Each month 1 million requests and 400,000 GB-seconds are free, for both architectures together and for ever, not only in the first year. Functions with provisioned concurrency have no share in it.',
    numbers: { Requests: '1,000,000 a month', Duration: '400,000 GB-seconds a month' },
    sources: [PRICING],
    confidence: 'A',
    model: 'The simulator shows the price before the free tier and says what would be free.',
  },
});
