import { parseArgs } from 'node:util';
import { ensureBuild } from '../setup/build.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { serve } from './serve.mjs';

const USAGE = `npm start [-- options]
  --port N      the port (default: the first free one from 4173)
  --host NAME   the interface to listen on (default: this machine only; 0.0.0.0 for all)
  --base /NAME  serve below a path`;

/** Does what `npm start` promises. */
export async function start() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = Number(values.port ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: a port is a whole number from 0 to 65535`);
  const base = values.base.replace(/\/+$/, '');
  if (base !== '' && !base.startsWith('/')) throw new Error(`--base ${values.base}: it must begin with /`);

  await ensureDependencies();
  if (!(await ensureBuild())) throw new Error('The site could not be built: the reason is above.');
  const { address } = await serve({ host: values.host, port, exactPort: values.port !== undefined, base });
  console.log(`Coldstart is at ${address}\nCtrl+C ends it.`);
  process.on('SIGINT', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
}
