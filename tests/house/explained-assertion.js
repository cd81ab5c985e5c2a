/** How many lines above an assertion its reason may stand: a statement is often broken over two or three. */
const LINES_ABOVE_MAX = 3;

/**
 * `x as T` switches the compiler off for one expression. It stands only beside a comment that says why it is sound.
 * `as const` is no such switch.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const explainedAssertion = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'A type assertion has a comment that says why it is sound.' },
    messages: { unexplained: 'Say in a comment, here or just above, why this assertion is sound.' },
  },
  create(context) {
    const comments = context.sourceCode.getAllComments();

    /** @param {number} line */
    const explainedAt = (line) =>
      comments.some(({ loc }) => loc && loc.end.line <= line && loc.end.line >= line - LINES_ABOVE_MAX);

    return {
      /** @param {import('eslint').Rule.Node} node */
      'TSAsExpression:not([typeAnnotation.typeName.name="const"])'(node) {
        if (node.loc && !explainedAt(node.loc.start.line)) context.report({ node, messageId: 'unexplained' });
      },
    };
  },
};
