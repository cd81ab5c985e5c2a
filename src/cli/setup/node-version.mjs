// Runs on any Node that knows modules, however old: it is what tells an old one that it is too old.

/** The oldest Node that the tools run on. */
const WANTED = { major: 20, minor: 19 };

/** Ends the process with a plain sentence when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > WANTED.major || (major === WANTED.major && minor >= WANTED.minor)) return;
  console.error(
    `Coldstart needs Node ${WANTED.major}.${WANTED.minor} or newer; this is ${process.versions.node}.\n` +
      'Get the current release from https://nodejs.org/ (or: nvm install --lts) and try again.',
  );
  process.exit(1);
}
