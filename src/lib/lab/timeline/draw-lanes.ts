import { barsOf, markGroupsOf, type Bar, type MarkGroup } from './bars';
import { laneTop, visibleLanes } from './layout';
import { crisp, type Canvas, type Picture } from './picture';

/** A count is written beside marks that fell together where this much is free. */
const COUNT_WIDTH = 40;

/** The environments in view, each with its name and its bars. */
export function drawLanes(canvas: Canvas, picture: Picture): void {
  const { timeline, layout, scrollTop, frame, now } = picture;
  const { first, last } = visibleLanes(layout, timeline.lanes.length, scrollTop);
  canvas.save();
  canvas.beginPath();
  canvas.rect(layout.gutter, layout.lanesTop, layout.width, layout.lanesBottom - layout.lanesTop);
  canvas.clip();
  for (let index = first; index < last; index += 1) {
    const lane = timeline.lanes[index];
    if (!lane) continue;
    const top = laneTop(layout, index, scrollTop);
    const bars = barsOf(lane, frame, now);
    // The hairline lies under the work, so that thin bars stay whole.
    for (const bar of bars) if (bar.kind === 'frozen') drawFrozen(canvas, picture, bar, top);
    for (const bar of bars) if (bar.kind !== 'frozen') drawWork(canvas, picture, bar, top);
    const focused = picture.focus?.row === index + 1 ? lane.spans[picture.focus.index] : undefined;
    for (const bar of bars) {
      if (bar.span.record === picture.selected || bar.span === focused)
        outline(canvas, picture, bar, top, bar.span === focused);
    }
  }
  canvas.restore();
}

/** Names of the environments, left of their lanes. Thin lanes are named where there is room. */
export function drawLaneNames(canvas: Canvas, picture: Picture): void {
  const { timeline, layout, scrollTop, palette } = picture;
  const { first, last } = visibleLanes(layout, timeline.lanes.length, scrollTop);
  canvas.save();
  canvas.beginPath();
  canvas.rect(0, layout.lanesTop, layout.gutter, layout.lanesBottom - layout.lanesTop);
  canvas.clip();
  canvas.font = palette.textFont;
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'right';
  canvas.fillStyle = palette.quiet;
  const short = layout.gutter < 80;
  for (let index = first; index < last; index += 1) {
    const lane = timeline.lanes[index];
    if (!lane) continue;
    const y = laneTop(layout, index, scrollTop) + layout.laneHeight / 2;
    canvas.fillText(
      short ? `env ${lane.environment}` : `environment ${lane.environment}`,
      layout.gutter - 8,
      y,
    );
  }
  canvas.restore();
}

/** Above the lanes: calls as small triangles, throttles barred, failures crossed. */
export function drawMarks(canvas: Canvas, picture: Picture): void {
  const { timeline, layout, frame, palette } = picture;
  const y = layout.marksTop + layout.marksHeight / 2;
  const focused = picture.focus?.row === 0 ? timeline.marks[picture.focus.index] : undefined;
  const groups = markGroupsOf(timeline.marks, frame);
  for (const [index, group] of groups.entries()) {
    drawMark(canvas, picture, group, y);
    const room = (groups[index + 1]?.x ?? Infinity) - group.x;
    if (group.count > 1 && room > COUNT_WIDTH) drawCount(canvas, picture, group, y);
    if (group.mark.record === picture.selected || group.mark === focused) {
      canvas.strokeStyle = palette.accent;
      canvas.lineWidth = 2;
      canvas.strokeRect(group.x - 8, y - 8, 16, 16);
      canvas.lineWidth = 1;
    }
  }
}

function drawFrozen(canvas: Canvas, { layout, palette }: Picture, bar: Bar, top: number): void {
  const y = crisp(top + layout.laneHeight / 2);
  canvas.strokeStyle = palette.frozen;
  canvas.lineWidth = 1;
  canvas.beginPath();
  canvas.moveTo(bar.x, y);
  canvas.lineTo(bar.x + bar.width, y);
  canvas.stroke();
}

/** Cold is hatched, warm is solid, failed is crossed: told apart without colour too. */
function drawWork(canvas: Canvas, { layout, palette, hatch }: Picture, bar: Bar, top: number): void {
  const height = layout.laneHeight - 6;
  const y = top + 3;
  if (bar.kind === 'init') {
    canvas.fillStyle = palette.iceSoft;
    canvas.fillRect(bar.x, y, bar.width, height);
    canvas.fillStyle = hatch ?? palette.ice;
    canvas.fillRect(bar.x, y, bar.width, height);
    canvas.strokeStyle = palette.ice;
    canvas.lineWidth = 1;
    if (bar.width > 4)
      canvas.strokeRect(crisp(bar.x), crisp(y), Math.round(bar.width) - 1, Math.round(height) - 1);
    return;
  }
  canvas.fillStyle = bar.kind === 'failed' ? palette.red : palette.ember;
  canvas.fillRect(bar.x, y, bar.width, height);
  if (bar.kind === 'failed' && bar.width >= 9)
    cross(canvas, palette.surface, bar.x + bar.width / 2, y + height / 2, 3);
}

function outline(
  canvas: Canvas,
  { layout, palette }: Picture,
  bar: Bar,
  top: number,
  focused: boolean,
): void {
  canvas.strokeStyle = focused ? palette.text : palette.accent;
  canvas.lineWidth = 2;
  const width = Math.max(bar.width, 3);
  canvas.strokeRect(bar.x - 1, top + 1, width + 2, layout.laneHeight - 2);
  canvas.lineWidth = 1;
}

function drawMark(canvas: Canvas, { palette }: Picture, { kind, x }: MarkGroup, y: number): void {
  if (kind === 'call') {
    canvas.fillStyle = palette.quiet;
    canvas.beginPath();
    canvas.moveTo(x - 4, y - 3);
    canvas.lineTo(x + 4, y - 3);
    canvas.lineTo(x, y + 5);
    canvas.fill();
  } else if (kind === 'failed') {
    cross(canvas, palette.red, x, y, 4);
  } else {
    canvas.strokeStyle = palette.red;
    canvas.lineWidth = 2;
    canvas.beginPath();
    canvas.arc(x, y, 4.5, 0, Math.PI * 2);
    canvas.moveTo(x - 3, y + 3);
    canvas.lineTo(x + 3, y - 3);
    canvas.stroke();
    canvas.lineWidth = 1;
  }
}

function drawCount(canvas: Canvas, { palette }: Picture, { kind, x, count }: MarkGroup, y: number): void {
  canvas.font = palette.font;
  canvas.textAlign = 'left';
  canvas.textBaseline = 'middle';
  canvas.fillStyle = kind === 'call' ? palette.quiet : palette.red;
  canvas.fillText(`×${count}`, x + 7, y);
}

function cross(canvas: Canvas, colour: string, x: number, y: number, size: number): void {
  canvas.strokeStyle = colour;
  canvas.lineWidth = 2;
  canvas.beginPath();
  canvas.moveTo(x - size, y - size);
  canvas.lineTo(x + size, y + size);
  canvas.moveTo(x + size, y - size);
  canvas.lineTo(x - size, y + size);
  canvas.stroke();
  canvas.lineWidth = 1;
}
