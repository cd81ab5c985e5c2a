import type { Canvas, Picture } from './picture';
import { crisp } from './picture';
import { ticksOf } from './ticks';
import { toX } from './viewport';

const FOLD_LABEL_PADDING = 6;

/** Ticks with their labels, gridlines, and folds: idle time that is drawn short, with how much it is. */
export function drawAxis(canvas: Canvas, picture: Picture): void {
  const { frame, layout, palette } = picture;
  const { ticks, folds } = ticksOf(frame);
  canvas.font = palette.font;
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'center';
  canvas.lineWidth = 1;
  canvas.strokeStyle = palette.line;
  canvas.fillStyle = palette.quiet;
  for (const { x, label } of ticks) {
    canvas.beginPath();
    canvas.moveTo(crisp(x), layout.axisHeight - (label === undefined ? 3 : 6));
    canvas.lineTo(crisp(x), layout.height);
    canvas.stroke();
    if (label !== undefined) canvas.fillText(label, x, layout.axisHeight / 2 - 2);
  }
  for (const { x, width, label } of folds) {
    canvas.fillStyle = palette.sunken;
    canvas.fillRect(x, 0, width, layout.height);
    drawBreak(canvas, picture, x);
    drawBreak(canvas, picture, x + width);
    drawFoldLabel(canvas, picture, x + width / 2, width, label);
  }
}

/** The learner's place in time, and, while that is in the past, the live edge. */
export function drawCursor(canvas: Canvas, picture: Picture): void {
  const { frame, layout, palette, cursor, now } = picture;
  const edge = toX(frame, now);
  const x = toX(frame, cursor);
  if (cursor < now) {
    // What had not happened yet at the cursor is veiled.
    canvas.globalAlpha = palette.veil;
    canvas.fillStyle = palette.surface;
    canvas.fillRect(x, layout.axisHeight, layout.width - x, layout.height - layout.axisHeight);
    canvas.globalAlpha = 1;
    line(canvas, edge, layout.axisHeight, layout.height, palette.lineStrong, [2, 3]);
  }
  line(canvas, x, 0, layout.height, palette.accent, []);
  canvas.fillStyle = palette.accent;
  canvas.beginPath();
  canvas.moveTo(x - 5, 0);
  canvas.lineTo(x + 5, 0);
  canvas.lineTo(x, 7);
  canvas.fill();
}

/** Two strokes across the axis: time is left out here. */
function drawBreak(canvas: Canvas, { layout, palette }: Picture, x: number): void {
  canvas.strokeStyle = palette.lineStrong;
  canvas.beginPath();
  for (const offset of [-1.5, 1.5]) {
    canvas.moveTo(x + offset - 2, layout.axisHeight);
    canvas.lineTo(x + offset + 2, layout.axisHeight - 7);
  }
  canvas.stroke();
}

/** Across the fold if it fits, else upright in it, else left out: the table and the tooltip tell it too. */
function drawFoldLabel(canvas: Canvas, picture: Picture, x: number, width: number, label: string): void {
  const { layout, palette } = picture;
  canvas.font = palette.textFont;
  canvas.fillStyle = palette.quiet;
  const length = canvas.measureText(label).width;
  if (length + FOLD_LABEL_PADDING <= width) {
    canvas.fillText(label, x, layout.axisHeight / 2 - 2);
  } else if (width >= 14 && length < layout.lanesBottom - layout.lanesTop) {
    canvas.save();
    canvas.translate(x, (layout.lanesTop + layout.lanesBottom) / 2);
    canvas.rotate(-Math.PI / 2);
    canvas.fillText(label, 0, 0);
    canvas.restore();
  }
  canvas.font = palette.font;
}

function line(canvas: Canvas, x: number, top: number, bottom: number, colour: string, dash: number[]): void {
  canvas.strokeStyle = colour;
  canvas.setLineDash(dash);
  canvas.beginPath();
  canvas.moveTo(crisp(x), top);
  canvas.lineTo(crisp(x), bottom);
  canvas.stroke();
  canvas.setLineDash([]);
}
