interface Line {
  readonly what: string;
  readonly unit: string;
  /** The design's bound; undefined for what is only told. */
  readonly atMost?: number;
}

/** What each number is, and what the design asks of it. Times are those of a whole invocation. */
const LINES: Readonly<Record<string, Line>> = {
  'engine-over-bare.1': { what: 'engine over bare QuickJS, 1 environment', unit: '×', atMost: 1.5 },
  'engine-over-bare.100': { what: 'engine over bare QuickJS, 100 environments', unit: '×', atMost: 1.5 },
  'engine-over-bare.1000': { what: 'engine over bare QuickJS, 1,000 environments', unit: '×', atMost: 1.5 },
  'engineUs.1': { what: 'engine, 1 environment', unit: 'µs' },
  'engineUs.100': { what: 'engine, 100 environments', unit: 'µs' },
  'engineUs.1000': { what: 'engine, 1,000 environments', unit: 'µs' },
  'bareUs.1': { what: 'bare QuickJS, 1 environment', unit: 'µs' },
  'bareUs.100': { what: 'bare QuickJS, 100 environments', unit: 'µs' },
  'bareUs.1000': { what: 'bare QuickJS, 1,000 environments', unit: 'µs' },
  'million.peakMB': { what: 'a million invocations: peak memory of the process', unit: 'MB', atMost: 1_000 },
  'million.linearity': {
    what: 'an invocation at 1,000,000 over one at 100,000',
    unit: '×',
    atMost: 1.25,
  },
  'million.seconds': { what: 'a million invocations', unit: 's' },
  'page.jsBeforeEditorKB': {
    what: 'a lesson page before the editor, compressed JavaScript',
    unit: 'KB',
    atMost: 120,
  },
  'page.firstResultMs': { what: 'from Run to the first response shown', unit: 'ms', atMost: 1_000 },
};

/** The numbers as a table, with the design's beside them. */
export function table(numbers: Readonly<Record<string, number>>): string {
  const rows = Object.entries(numbers).map(([key, value]) => {
    const { what = key, unit = '', atMost } = LINES[key] ?? {};
    const verdict =
      atMost === undefined ? '' : value <= atMost ? 'held' : `missed by ${shown(value - atMost)}`;
    return [
      what,
      `${shown(value)} ${unit}`,
      atMost === undefined ? '' : `≤ ${atMost.toLocaleString('en')}`,
      verdict,
    ];
  });
  return columns([['what', 'measured', 'design', ''], ...rows]);
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([what = '', measured = '', design = '', verdict = '']) =>
      [
        what.padEnd(widths[0] ?? 0),
        measured.padStart(widths[1] ?? 0),
        design.padStart(widths[2] ?? 0),
        verdict,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
