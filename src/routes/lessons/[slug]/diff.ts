export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above this many pairs of lines the comparison gives up and shows one text out, the other in. */
const PAIRS_MAX = 4_000_000;

/** What turns `from` into `to`, line by line: the longest common subsequence stays, removals come before additions. */
export function diffLines(from: string, to: string): DiffLine[] {
  const a = lines(from);
  const b = lines(to);
  const keep = a.length * b.length > PAIRS_MAX ? () => 0 : commonAfter(a, b);
  const result: DiffLine[] = [];
  let i = 0;
  let j = 0;
  for (let steps = a.length + b.length; steps > 0 && (i < a.length || j < b.length); steps--) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      result.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || keep(i + 1, j) >= keep(i, j + 1))) {
      result.push({ kind: 'removed', text: left });
      i++;
    } else if (right !== undefined) {
      result.push({ kind: 'added', text: right });
      j++;
    }
  }
  return result;
}

/** Length of the longest common subsequence of what follows line i of `a` and line j of `b`. */
function commonAfter(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Without the empty line that a final line break would give. */
function lines(text: string): string[] {
  const list = text.split(/\r?\n/);
  if (list.at(-1) === '') list.pop();
  return list;
}
