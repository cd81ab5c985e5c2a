// npm run simulate | link | bench: finds the command's TypeScript, bundles it and runs it.
import { requireNode } from './setup/node-version.mjs';

requireNode();
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
import('./run/run.mjs')
  .then(({ run }) => run(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((/** @type {unknown} */ error) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    console.error(missing ? `${error.message}\nInstall the dependencies first: npm ci` : error);
    process.exitCode = 1;
  });
