import { Op } from './bridge';
import type { Kit } from './kit';
import { createDescriber } from './describe';
import type { InspectOptions } from './description';

const DEFAULT_DEPTH = 2;
/** What %o prints. */
const OBJECT_DEPTH = 4;

/** util.format and util.inspect: values are described here and printed by the host. */
export default function make(kit: Kit) {
  const depthOf = ({ depth = DEFAULT_DEPTH }: InspectOptions): number => depth ?? Number.POSITIVE_INFINITY;

  const inspect = Object.assign(
    (value: unknown, options: unknown = {}, depth?: number | null): string => {
      const given: InspectOptions =
        typeof options === 'object' && options !== null
          ? options
          : { showHidden: Boolean(options), ...(depth === undefined ? {} : { depth }) };
      const { showHidden = false } = given;
      const describe = createDescriber(kit, { depth: depthOf(given), showHidden, json: false, inspect });
      return send([describe(value)], { ...given, depth: finite(depthOf(given)) }, 1);
    },
    {
      custom: Symbol.for('nodejs.util.inspect.custom'),
      defaultOptions: {
        showHidden: false,
        depth: DEFAULT_DEPTH,
        colors: false,
        customInspect: true,
        showProxy: false,
        maxArrayLength: 100,
        maxStringLength: 10_000,
        breakLength: 128,
        compact: 3,
        sorted: false,
        getters: false,
        numericSeparator: false,
      },
      colors: {},
      styles: {},
    },
  );

  /** Infinity is not JSON. */
  const finite = (depth: number): number | null => (Number.isFinite(depth) ? depth : null);
  const send = (values: readonly unknown[], options: InspectOptions, single: 0 | 1): string =>
    String(kit.host(Op.inspect, JSON.stringify(values), JSON.stringify(options), single));

  const formatWith = (options: InspectOptions, values: readonly unknown[]): string => {
    const [first] = values;
    const pattern = typeof first === 'string' ? first : '';
    const showHidden = pattern.includes('%o');
    const depth = showHidden ? OBJECT_DEPTH : depthOf(options);
    const describe = createDescriber(kit, { depth, showHidden, json: pattern.includes('%j'), inspect });
    return send(values.map(describe), { ...options, depth: finite(depthOf(options)) }, 0);
  };
  return {
    inspect,
    format: (values: readonly unknown[], quoted = false) =>
      quoted ? values.map((value) => inspect(value)).join(' ') : formatWith({}, values),
    formatWithOptions: (options: InspectOptions, ...values: unknown[]) => formatWith(options, values),
  };
}
