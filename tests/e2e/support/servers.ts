/** The two servers of the end-to-end tests. Their ports are not the product's own, so that it can run meanwhile. */
const ROOT_PORT = 41_731;
const BASE_PATH_PORT = 41_732;
const BASE_PATH = '/some/folder';

export const ROOT_SERVER = {
  command: `node src/cli/start.mjs --port ${ROOT_PORT}`,
  url: `http://localhost:${ROOT_PORT}/`,
  timeout: 180_000,
};

export const BASE_PATH_SERVER = {
  command: `node src/cli/start.mjs --port ${BASE_PATH_PORT} --base ${BASE_PATH}`,
  url: `http://localhost:${BASE_PATH_PORT}${BASE_PATH}/`,
  timeout: 180_000,
};
