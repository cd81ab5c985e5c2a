/**
 * The name in what Invoke and its siblings take as FunctionName: a name, a name with a qualifier, a partial ARN
 * (`111111111111:function:Orders`) or a whole one.
 */
export function functionNameOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const match =
    /^(?:(?:arn:[a-z-]+:lambda:[a-z0-9-]+:)?\d{12}:function:)?([A-Za-z0-9_-]{1,140})(?::[^:]+)?$/.exec(text);
  return match?.[1];
}
