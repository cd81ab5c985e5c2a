// npm start: installs what is missing, builds when the sources are newer, serves the site and says where.
import { requireNode } from './setup/node-version.mjs';

requireNode();
import('./site/start.mjs')
  .then(({ start }) => start())
  .catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
