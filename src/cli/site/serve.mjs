import { once } from 'node:events';
import { BUILD } from '../setup/build.mjs';
import { staticServer } from './static-server.mjs';

const PORTS_TRIED_MAX = 50;

/**
 * @typedef {object} ServeOptions
 * @property {string} host
 * @property {number} port
 * @property {boolean} exactPort fail when the port is taken, instead of taking the next free one
 * @property {string} base '' or `/name`
 */

/**
 * Serves the build.
 *
 * @param {ServeOptions} options
 * @returns {Promise<{ address: string, close: () => void }>}
 * @throws {Error} when no port is free
 */
export async function serve({ host, port, exactPort, base }) {
  const last = exactPort ? port : Math.min(port + PORTS_TRIED_MAX, 65_535);
  for (let candidate = port; candidate <= last; candidate++) {
    const server = staticServer(BUILD, base);
    try {
      server.listen(candidate, host);
      await once(server, 'listening');
      const shown = host === '127.0.0.1' ? 'localhost' : host;
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : candidate;
      return {
        address: `http://${shown}:${bound}${base}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      };
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
    }
  }
  throw new Error(
    exactPort
      ? `port ${port} is taken: choose another with --port`
      : `no port from ${port} to ${last} is free`,
  );
}
