/** node:querystring. */
export default function make(): object {
  const unescape = (text: string): string => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return text;
    }
  };
  const parse = (text: string, separator = '&', equals = '='): Record<string, string | string[]> => {
    const found: Record<string, string | string[]> = Object.create(null) as never;
    for (const part of text.split(separator)) {
      if (part === '') continue;
      const at = part.indexOf(equals);
      const name = unescape(at < 0 ? part : part.slice(0, at));
      const value = at < 0 ? '' : unescape(part.slice(at + equals.length));
      const known = found[name];
      found[name] = known === undefined ? value : [known, value].flat();
    }
    return found;
  };
  const stringify = (values: Record<string, unknown>, separator = '&', equals = '='): string =>
    Object.entries(values)
      .flatMap(([name, value]) =>
        [value]
          .flat()
          .map((each) => encodeURIComponent(name) + equals + encodeURIComponent(String(each ?? ''))),
      )
      .join(separator);
  return { parse, stringify, decode: parse, encode: stringify, escape: encodeURIComponent, unescape };
}
