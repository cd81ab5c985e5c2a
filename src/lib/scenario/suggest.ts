/** Longer words are not compared: the work grows with the product of the lengths. */
const LENGTH_MAX = 60;

/** A word that begins another one is taken as short for it from this length on. */
const ABBREVIATION_MIN = 4;

/** The known word that the author probably meant: by its case, by at most a third of its letters, or cut short. */
function closest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LENGTH_MAX) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const most = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(candidate.length - word.length) > most) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least && edits <= most) [best, least] = [candidate, edits];
  }
  return best ?? abbreviated(word.toLowerCase(), known);
}

function abbreviated(word: string, known: readonly string[]): string | undefined {
  if (word.length < ABBREVIATION_MIN) return undefined;
  return known.find((candidate) => candidate.toLowerCase().startsWith(word));
}

/** ` Did you mean title?`, or nothing. For the end of a message. */
export function didYouMean(word: string, known: readonly string[]): string {
  const found = closest(word, known);
  return found === undefined || found === word ? '' : ` Did you mean ${found}?`;
}

/** How many letters must be added, removed, replaced or swapped with their neighbour to turn one word into the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      const swapped = i > 0 && j > 0 && from[i] === to[j - 1] && from[i - 1] === to[j];
      const edits = Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
      next.push(swapped ? Math.min(edits, (before[j - 1] ?? 0) + 1) : edits);
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
