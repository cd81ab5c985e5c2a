/** Draws the whole timeline. Takes a few milliseconds with 1,000 lanes: only what is in view is touched. */
import { drawAxis, drawCursor } from './draw-axis';
import { drawConcurrency } from './draw-concurrency';
import { drawLaneNames, drawLanes, drawMarks } from './draw-lanes';
import type { Canvas, Picture } from './picture';
import type { Palette } from './palette';

export function drawTimeline(canvas: Canvas, picture: Picture): void {
  const { layout, palette } = picture;
  canvas.fillStyle = palette.surface;
  canvas.fillRect(0, 0, layout.width, layout.height);
  canvas.save();
  canvas.beginPath();
  canvas.rect(layout.gutter, 0, layout.width - layout.gutter, layout.height);
  canvas.clip();
  drawAxis(canvas, picture);
  drawMarks(canvas, picture);
  canvas.restore();
  drawLanes(canvas, picture);
  drawConcurrency(canvas, picture);
  canvas.save();
  canvas.beginPath();
  canvas.rect(layout.gutter - 5, 0, layout.width - layout.gutter + 5, layout.height);
  canvas.clip();
  drawCursor(canvas, picture);
  canvas.restore();
  drawLaneNames(canvas, picture);
}

/** Diagonal strokes in the colour of cold. `ratio` is the device's pixels a CSS pixel. */
export function hatchPattern(canvas: Canvas, palette: Palette, ratio: number): CanvasPattern | null {
  const size = 5;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(size * ratio);
  const brush = tile.getContext('2d');
  if (!brush) return null;
  brush.scale(tile.width / size, tile.height / size);
  brush.strokeStyle = palette.ice;
  brush.lineWidth = 1.4;
  brush.beginPath();
  for (const offset of [-size, 0, size]) {
    brush.moveTo(offset - 1, size + 1);
    brush.lineTo(offset + size + 1, -1);
  }
  brush.stroke();
  const pattern = canvas.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
