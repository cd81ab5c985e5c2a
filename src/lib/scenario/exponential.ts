import type { RandomStream } from '$lib/kernel/random';

/**
 * A draw of the exponential distribution of mean 1, exact and without a logarithm (engines may differ in a
 * logarithm's last bit): von Neumann's method, which only compares uniform draws. A falling run of draws has an odd
 * length with just the probability that its first draw x must be accepted with, e^−x; each refused run adds 1.
 * It takes 4.3 draws on average.
 *
 * Source: J. von Neumann, Various techniques used in connection with random digits, 1951.
 */
export function exponential(stream: RandomStream): number {
  for (let whole = 0; ; whole++) {
    const first = stream.unit();
    let length = 1;
    let last = first;
    for (let next = stream.unit(); next < last; next = stream.unit()) {
      last = next;
      length++;
    }
    if (length % 2 === 1) return whole + first;
  }
}
