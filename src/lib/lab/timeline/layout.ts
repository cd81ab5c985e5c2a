/** Where things are on the timeline's canvas, in CSS pixels from its top left corner. */

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Right edge of the lanes' names. */
  readonly gutter: number;
  readonly axisHeight: number;
  readonly marksTop: number;
  readonly marksHeight: number;
  readonly lanesTop: number;
  readonly lanesBottom: number;
  readonly laneHeight: number;
  readonly concurrencyTop: number;
  readonly concurrencyHeight: number;
  /** Height of all lanes together: more than what is visible when they scroll. */
  readonly lanesHeight: number;
}

const AXIS_HEIGHT = 26;
const MARKS_HEIGHT = 22;
const CONCURRENCY_HEIGHT = 52;
const LANES_MIN = 3;

/** Few lanes are easy to hit; many are thin. */
function laneHeightFor(lanes: number): number {
  if (lanes <= 6) return 26;
  return lanes <= 40 ? 18 : 13;
}

/** The height at which nothing scrolls. */
export function fullHeight(lanes: number): number {
  return AXIS_HEIGHT + MARKS_HEIGHT + Math.max(lanes, LANES_MIN) * laneHeightFor(lanes) + CONCURRENCY_HEIGHT;
}

export function layoutOf(width: number, height: number, lanes: number): TimelineLayout {
  const laneHeight = laneHeightFor(lanes);
  const lanesTop = AXIS_HEIGHT + MARKS_HEIGHT;
  const concurrencyTop = Math.max(height - CONCURRENCY_HEIGHT, lanesTop + laneHeight);
  return {
    width,
    height,
    gutter: width < 520 ? 54 : 110,
    axisHeight: AXIS_HEIGHT,
    marksTop: AXIS_HEIGHT,
    marksHeight: MARKS_HEIGHT,
    lanesTop,
    lanesBottom: concurrencyTop,
    laneHeight,
    concurrencyTop,
    concurrencyHeight: height - concurrencyTop,
    lanesHeight: lanes * laneHeight,
  };
}

/** The lanes that can be seen: first and one past the last. */
export function visibleLanes(
  layout: TimelineLayout,
  lanes: number,
  scrollTop: number,
): { readonly first: number; readonly last: number } {
  const visible = layout.lanesBottom - layout.lanesTop;
  return {
    first: Math.max(0, Math.floor(scrollTop / layout.laneHeight)),
    last: Math.min(lanes, Math.ceil((scrollTop + visible) / layout.laneHeight)),
  };
}

export function laneTop(layout: TimelineLayout, lane: number, scrollTop: number): number {
  return layout.lanesTop + lane * layout.laneHeight - scrollTop;
}

/** The scroll position nearest to the present one at which a lane is wholly visible. */
export function scrollToLane(layout: TimelineLayout, lane: number, scrollTop: number): number {
  const top = lane * layout.laneHeight;
  const visible = layout.lanesBottom - layout.lanesTop;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + layout.laneHeight - visible);
}
