import { describe, expect, it } from 'vitest';
import { hex32At, uuidAt } from './identity';

describe('identifiers by number', () => {
  it('are UUIDs of version 4', () => {
    for (let n = 0; n < 1_000; n++)
      expect(uuidAt(7, n)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('do not repeat over numbers and neighbouring seeds', () => {
    const ids = new Set<string>();
    for (let seed = 0; seed < 10; seed++) for (let n = 0; n < 10_000; n++) ids.add(uuidAt(seed, n));
    expect(ids.size).toBe(100_000);
  });

  it('give log streams 32 hexadecimal digits', () => {
    expect(hex32At(7, 1)).toMatch(/^[0-9a-f]{32}$/);
    expect(hex32At(7, 1)).not.toBe(hex32At(7, 2));
  });
});
