/** A place in a text file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `index.mjs:3:12` */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** Reads what {@link formatPosition} wrote. */
export function parsePosition(text: string): Position | undefined {
  const parts = /^(.*):(\d+):(\d+)$/.exec(text);
  if (!parts) return undefined;
  const [, file = '', line, column] = parts;
  return { file, line: Number(line), column: Number(column) };
}
