/** Thrown when the instance has no memory left for what the host itself must put there. */
export class OutOfMemory extends Error {}
