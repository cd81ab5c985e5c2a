import { concurrencyScale, countAt, highestCount, lastStepAt } from './concurrency';
import { crisp, type Canvas, type Picture } from './picture';
import { timeAtX, toX } from './viewport';

const PADDING = 6;

export function drawConcurrency(canvas: Canvas, picture: Picture): void {
  const { timeline, layout, palette, cursor } = picture;
  const { concurrency, concurrencyLimit: limit } = timeline;
  const bottom = layout.height - PADDING;
  const height = layout.concurrencyHeight - 2 * PADDING;
  const { top, limitShown } = concurrencyScale(highestCount(concurrency), limit);
  const toY = (count: number) => bottom - (count / top) * height;

  canvas.strokeStyle = palette.line;
  canvas.beginPath();
  canvas.moveTo(0, crisp(layout.concurrencyTop));
  canvas.lineTo(layout.width, crisp(layout.concurrencyTop));
  canvas.stroke();

  drawSteps(canvas, picture, toY, bottom);
  canvas.font = palette.textFont;
  canvas.textBaseline = 'middle';
  if (limitShown) {
    canvas.strokeStyle = palette.red;
    canvas.setLineDash([5, 3]);
    canvas.beginPath();
    canvas.moveTo(layout.gutter, crisp(toY(limit)));
    canvas.lineTo(layout.width, crisp(toY(limit)));
    canvas.stroke();
    canvas.setLineDash([]);
  }
  const short = layout.gutter < 80;
  canvas.textAlign = 'right';
  canvas.fillStyle = palette.text;
  const count = countAt(concurrency, cursor).toLocaleString('en');
  canvas.fillText(short ? `${count} now` : `${count} at once`, layout.gutter - 8, layout.concurrencyTop + 16);
  canvas.fillStyle = palette.quiet;
  const limitText = limit.toLocaleString('en');
  canvas.fillText(
    short ? `of ${limitText}` : `limit ${limitText}`,
    layout.gutter - 8,
    layout.concurrencyTop + 34,
  );
}

/** One rectangle a pixel at most: of the steps that share a pixel the highest is drawn. */
function drawSteps(canvas: Canvas, picture: Picture, toY: (count: number) => number, bottom: number): void {
  const { timeline, frame, layout, palette, now } = picture;
  const steps = timeline.concurrency;
  const end = Math.min(toX(frame, now), layout.width);
  canvas.fillStyle = palette.emberSoft;
  canvas.strokeStyle = palette.ember;
  let index = Math.max(0, lastStepAt(steps, timeAtX(frame, layout.gutter)));
  let step = steps[index];
  let pixel = -1;
  let highest = 0;
  canvas.beginPath();
  while (step && toX(frame, step.at) <= end) {
    const next = steps[index + 1];
    const from = Math.max(toX(frame, step.at), layout.gutter);
    const to = Math.min(next ? toX(frame, next.at) : end, end);
    highest = Math.floor(from) === pixel ? Math.max(highest, step.count) : step.count;
    pixel = Math.floor(from);
    const y = toY(highest);
    if (highest > 0) canvas.fillRect(from, y, Math.max(to - from, 1), bottom - y);
    canvas.moveTo(from, crisp(y));
    canvas.lineTo(Math.max(to, from + 1), crisp(y));
    index += 1;
    step = next;
  }
  canvas.stroke();
}
