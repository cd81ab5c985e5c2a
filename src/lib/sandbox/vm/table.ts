/** console.table's box of rows and columns. */
export function table(
  data: object,
  columns: readonly string[] | undefined,
  show: (value: unknown) => string,
): string {
  const rows = Object.entries(data).map(([index, row]: [string, unknown]) => ({ index, row }));
  const names = columns ?? [...new Set(rows.flatMap(({ row }) => (isObject(row) ? Object.keys(row) : [])))];
  const hasValues = rows.some(({ row }) => !isObject(row));
  const head = ['(index)', ...names, ...(hasValues ? ['Values'] : [])];
  const body = rows.map(({ index, row }) => [
    index,
    ...names.map((name) => (isObject(row) && name in row ? show(row[name]) : '')),
    ...(hasValues ? [isObject(row) ? '' : show(row)] : []),
  ]);
  const widths = head.map(
    (name, at) => Math.max(name.length, ...body.map((row) => row[at]?.length ?? 0)) + 2,
  );
  const line = (cells: readonly string[]): string =>
    `│${cells.map((cell, at) => ` ${cell}`.padEnd(widths[at] ?? 0)).join('│')}│`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...body.map(line), rule('└', '┴', '┘')].join(
    '\n',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
