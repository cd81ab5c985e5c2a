/** Where in a scenario: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** `template.Resources.Orders.Properties.MemorySize`, `workload[2].at`, `files["orders/index.mjs"]`. */
export function formatPath(path: Path): string {
  return path.map((key, index) => formatKey(key, index === 0)).join('');
}

function formatKey(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (/^[\w-]+$/.test(key)) return first ? key : `.${key}`;
  return `[${JSON.stringify(key.length > 100 ? `${key.slice(0, 100)}…` : key)}]`;
}
