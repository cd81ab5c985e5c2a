/** Where a command runs. */
export interface Place {
  /** The project's root. */
  readonly root: string;
  /** Where the command was called: paths are relative to it. */
  readonly cwd: string;
}

/** A command ends by this: what to print to stderr, and the exit code. */
export class Refusal extends Error {
  /** 2: what was asked for is at fault. */
  readonly exitCode = 2;
}

/** Runs a command; a {@link Refusal} is told and gives its exit code. */
export async function refusable(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
}
