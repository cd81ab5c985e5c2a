import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { engineOverBare } from './engine-over-bare';
import { machine } from './machine';
import { million } from './million';
import { page } from './page';
import { partInOwnProcess } from './own-process';
import { table } from './table';

const HELP = `Measures Coldstart against the numbers of its design.

  npm run bench [-- options]

  --json        print one flat object instead of the table
  --only PART   engine, million or page (default: all; may be repeated)
  --save        write the numbers to tests/bench/results/
`;

/** A part gives its numbers by key. */
const PARTS = { engine: engineOverBare, million, page };

type Part = keyof typeof PARTS;

function isPart(name: string): name is Part {
  return Object.hasOwn(PARTS, name);
}

/** The command bench; gives the exit code. */
export async function main(args: readonly string[], { root }: { readonly root: string }): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
      save: { type: 'boolean', default: false },
      here: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const unknown = values.only.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(`--only ${unknown.join(', ')}: the parts are ${Object.keys(PARTS).join(', ')}`);
    return 2;
  }
  const numbers: Record<string, number> = {};
  for (const part of values.only.filter(isPart)) {
    if (!values.here) console.error(`Measuring: ${part} …`);
    Object.assign(numbers, values.here ? await PARTS[part]() : await partInOwnProcess(root, part));
  }
  if (values.json || values.here) console.log(JSON.stringify(numbers, undefined, values.here ? 0 : 2));
  else console.log(table(numbers));
  if (values.save) save(root, numbers);
  return 0;
}

function save(root: string, numbers: Readonly<Record<string, number>>): void {
  const folder = path.join(root, 'tests/bench/results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'latest.json');
  writeFileSync(file, `${JSON.stringify({ machine: machine(), numbers }, undefined, 2)}\n`);
  console.error(`Saved: ${path.relative(root, file)}`);
}
