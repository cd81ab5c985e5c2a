/** Faults of the documents that no language worker checks: JSON and YAML. */
import { parseDocument, type YAMLParseError } from 'yaml';
import type { DocumentLanguage } from '../documents';
import { jsonFault } from '../json';
import { MarkerSeverity, editor } from './parts';

const owner = 'coldstart-syntax';

/** Marks the first fault of a JSON text, or all faults of a YAML text. */
export function checkSyntax(model: editor.ITextModel, language: DocumentLanguage): void {
  if (language === 'json') editor.setModelMarkers(model, owner, jsonMarkers(model));
  else if (language === 'yaml') editor.setModelMarkers(model, owner, yamlMarkers(model));
}

function jsonMarkers(model: editor.ITextModel): editor.IMarkerData[] {
  const fault = jsonFault(model.getValue());
  if (fault === undefined) return [];
  return [
    {
      severity: MarkerSeverity.Error,
      message: fault.message,
      startLineNumber: fault.line,
      startColumn: fault.column,
      endLineNumber: fault.line,
      endColumn: fault.column + 1,
    },
  ];
}

function yamlMarkers(model: editor.ITextModel): editor.IMarkerData[] {
  const { errors } = parseDocument(model.getValue(), { prettyErrors: false });
  return errors.map((error: YAMLParseError) => {
    const start = model.getPositionAt(error.pos[0]);
    const end = model.getPositionAt(Math.max(error.pos[1], error.pos[0] + 1));
    return {
      severity: MarkerSeverity.Error,
      message: error.message,
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  });
}
