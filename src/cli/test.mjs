// npm test: installs what is missing, then lint, types, every test, the build and the end-to-end tests.
import { requireNode } from './setup/node-version.mjs';

requireNode();
import('./checks/test.mjs')
  .then(({ test }) => test())
  .then((well) => {
    process.exitCode = well ? 0 : 1;
  })
  .catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
