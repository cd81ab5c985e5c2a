/** What the editor asks of its own components. */
import type { PlainState } from './monaco/surface';

export interface PlainEditorApi {
  settled(): Promise<void>;
  handOver(): PlainState;
  focus(): void;
  reveal(line: number, column: number): void;
}

export interface FileActionsApi {
  /** Asks for another name of the file, or for the name of a new one. */
  askName(file: string | undefined): void;
  askDelete(file: string): void;
}
