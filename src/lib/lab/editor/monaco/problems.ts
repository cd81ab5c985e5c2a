/** Run-time errors and faults shown in the text: a marker, a sign in the margin and the message behind the line. */
import type { EditorProblem } from '../documents';
import { MarkerSeverity, Range, editor, type IRange } from './parts';

const owner = 'coldstart';

/** Columns of the word that starts at `column`, so that a marker is wide enough to be seen. */
function endColumn(model: editor.ITextModel, line: number, column: number): number {
  const rest = model.getLineContent(line).slice(column - 1);
  const word = /^[\w$]+/.exec(rest)?.[0].length ?? 1;
  return column + Math.max(1, word);
}

/** Positions that lie outside the text, as after an edit, are moved to its nearest place. */
function placed(model: editor.ITextModel, problem: EditorProblem): IRange {
  const { lineNumber, column } = model.validatePosition({
    lineNumber: problem.line,
    column: problem.column,
  });
  return {
    startLineNumber: lineNumber,
    startColumn: column,
    endLineNumber: lineNumber,
    endColumn: endColumn(model, lineNumber, column),
  };
}

export class ProblemDisplay {
  readonly #decorations = new Map<editor.ITextModel, string[]>();

  show(model: editor.ITextModel, problems: readonly EditorProblem[]): void {
    editor.setModelMarkers(
      model,
      owner,
      problems.map((problem) => ({
        ...placed(model, problem),
        severity: MarkerSeverity.Error,
        message: problem.message,
        source: problem.kind === 'run-time' ? 'at run time' : 'scenario',
      })),
    );
    const old = this.#decorations.get(model) ?? [];
    this.#decorations.set(
      model,
      model.deltaDecorations(
        old,
        problems.map((problem) => this.#inline(model, problem)),
      ),
    );
  }

  clear(model: editor.ITextModel): void {
    this.show(model, []);
  }

  forget(model: editor.ITextModel): void {
    this.#decorations.delete(model);
  }

  #inline(model: editor.ITextModel, problem: EditorProblem): editor.IModelDeltaDecoration {
    const { startLineNumber: line } = placed(model, problem);
    const end = model.getLineMaxColumn(line);
    return {
      range: new Range(line, end, line, end),
      options: {
        isWholeLine: true,
        className: 'problem-line',
        glyphMarginClassName: 'problem-glyph codicon codicon-error',
        glyphMarginHoverMessage: { value: problem.message },
        after: { content: `  ${firstLine(problem.message)}`, inlineClassName: 'problem-text' },
        showIfCollapsed: true,
      },
    };
  }
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
