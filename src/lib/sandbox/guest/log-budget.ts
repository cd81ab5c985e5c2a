/** A turn keeps at most so many log lines and so much text: what a flood adds beyond it is counted, not kept. */
export const MAX_LINES = 10_000;
export const MAX_TEXT = 4_194_304;

/** Bounds what one turn may log. */
export class LogBudget {
  private lines = 0;
  private text = 0;
  dropped = 0;

  begin(): void {
    this.lines = 0;
    this.text = 0;
    this.dropped = 0;
  }

  /** Is there room for a line of this length? */
  admits(length: number): boolean {
    if (this.lines >= MAX_LINES || this.text + length > MAX_TEXT) {
      this.dropped += 1;
      return false;
    }
    this.lines += 1;
    this.text += length;
    return true;
  }
}
