/**
 * Where an arrow key leads in a row of `length` things of which only one is a tab stop: round at the ends, Home and End
 * to them. Undefined for any other key, or in an empty row.
 */
export function arrowTarget(key: string, index: number, length: number): number | undefined {
  if (length === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (index + 1) % length;
    case 'ArrowLeft':
    case 'ArrowUp':
      return index <= 0 ? length - 1 : index - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
