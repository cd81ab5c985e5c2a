import { Marked, type Tokens } from 'marked';

/** Where the pages of the site are, for the links in a lesson's text. */
export interface Links {
  /** Address of a rule: `[text](rule:lambda.cold-start)`. */
  rule(id: string): string;
}

const RULE_LINK = /\]\(rule:([^)\s]+)\)/g;

/** Turns an author's Markdown into HTML when the site is built. Only for the project's own texts, never a learner's. */
export interface Markdown {
  readonly block: (text: string) => string;
  /** Without the paragraph around it. */
  readonly inline: (text: string) => string;
}

export function markdown(links: Links): Markdown {
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      link(this: { parser: { parseInline(tokens: Tokens.Generic[]): string } }, { href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const rule = href.startsWith('rule:') ? href.slice('rule:'.length) : undefined;
        if (rule !== undefined)
          return `<a href="${escape(links.rule(rule))}" data-rule="${escape(rule)}">${text}</a>`;
        return `<a href="${escape(href)}">${text}</a>`;
      },
    },
  });
  return {
    block: (text) => marked.parse(text, { async: false }).trim(),
    inline: (text) => marked.parseInline(text, { async: false }).trim(),
  };
}

/** Ids of the rules that a text links to. */
export function rulesLinked(text: string): string[] {
  return [...text.matchAll(RULE_LINK)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
