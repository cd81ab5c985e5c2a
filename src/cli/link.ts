import { parseArgs } from 'node:util';
import { encodeLink } from '$lib/scenario/link';
import { refusable, Refusal, type Place } from './place';
import { readScenario } from './simulate';
import { formatFaults, readTarget } from './target';

const HELP = `Prints the link that opens a scenario in the lab.

  npm run link -- FILE|LESSON [--base URL]

  --base URL    address of the lab, to print a whole address instead of #s=…
  --help        print this
`;

/** The command link; gives the exit code. */
export function main(args: readonly string[], place: Place): Promise<number> {
  return refusable(async () => {
    const { values, target } = readArguments(args);
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    if (target === undefined) throw new Refusal(HELP);
    const { name, text } = await readTarget(target, place, false);
    readScenario(name, text);
    const link = await encodeLink(text);
    if (!link.ok) throw new Refusal(formatFaults(name, [link.fault]));
    process.stdout.write(`${(values.base ?? '').replace(/#.*$/s, '')}${link.fragment}\n`);
    return 0;
  });
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { base: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return { values, target: positionals[0] };
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal(`${error.message}\nSee: npm run link -- --help`);
    throw error;
  }
}
