/** An error as an AWS API answers it: `name` is the error code, `fields` are the further members of its body. */
export interface AwsError {
  readonly name: string;
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  readonly fields?: Readonly<Record<string, string | number>>;
}

/** The answer to a call. */
export type Answer<Output = unknown> =
  | { readonly ok: true; readonly status: number; readonly output: Output }
  | { readonly ok: false; readonly error: AwsError };

export function succeeded<Output>(output: Output, status = 200): Answer<Output> {
  return { ok: true, status, output };
}

export function refused(
  status: number,
  name: string,
  message: string,
  fields?: Readonly<Record<string, string | number>>,
): Answer<never> {
  return { ok: false, error: { name, message, status, ...(fields && { fields }) } };
}
