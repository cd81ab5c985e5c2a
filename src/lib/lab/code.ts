/** A learner's code: each function's files by their path below its CodeUri. Never changed in place. */
export type Files = Readonly<Record<string, string>>;
export type Code = Readonly<Record<string, Files>>;

export function sameFiles(one: Files | undefined, other: Files | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  const paths = Object.keys(one);
  return (
    paths.length === Object.keys(other).length &&
    paths.every((path) => Object.hasOwn(other, path) && one[path] === other[path])
  );
}

/** The functions whose files in the editor differ from what is deployed. */
export function changedFunctions(code: Code, deployed: Code): string[] {
  return Object.keys(deployed).filter((name) => !sameFiles(code[name], deployed[name]));
}

/** What is in the editor, for the functions that there are now; functions that are new come as they are deployed. */
export function carriedOver(code: Code, deployed: Code): Code {
  return Object.fromEntries(Object.entries(deployed).map(([name, files]) => [name, code[name] ?? files]));
}
