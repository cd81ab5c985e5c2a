/** Pointer and wheel on the timeline, told as what they mean. Positions are CSS pixels in the element. */
export interface Gestures {
  /** Zoom by `factor` around `x`. */
  readonly zoom: (factor: number, x: number) => void;
  /** Moved by so many pixels. */
  readonly pan: (pixels: number) => void;
  readonly click: (x: number, y: number) => void;
  readonly hover: (x: number, y: number) => void;
  readonly leave: () => void;
  /** Whether a drag that begins here moves the cursor in time instead of the view. */
  readonly scrubs: (x: number, y: number) => boolean;
  readonly scrub: (x: number) => void;
}

/** A pointer that moved less than this was a click. */
const CLICK_MAX_PX = 4;
const WHEEL_ZOOM = 0.0022;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Listens on an element; the result stops it. */
export function listenToGestures(element: HTMLElement, gestures: Gestures): () => void {
  const down = new Map<number, Point>();
  let origin: Point | undefined;
  let mode: 'none' | 'press' | 'pan' | 'scrub' | 'pinch' = 'none';
  const place = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const point = place(event);
    down.set(event.pointerId, point);
    if (down.size > 1) mode = 'pinch';
    else {
      origin = point;
      mode = gestures.scrubs(point.x, point.y) ? 'scrub' : 'press';
      if (mode === 'scrub') gestures.scrub(point.x);
    }
    if (mode !== 'press') element.setPointerCapture(event.pointerId);
  };

  const onMove = (event: PointerEvent) => {
    const point = place(event);
    const before = down.get(event.pointerId);
    if (!before) return gestures.hover(point.x, point.y);
    if (mode === 'pinch') pinch(event.pointerId, point);
    else if (mode === 'scrub') gestures.scrub(point.x);
    else if (mode === 'pan') gestures.pan(point.x - before.x);
    else if (origin && Math.hypot(point.x - origin.x, point.y - origin.y) > CLICK_MAX_PX) {
      mode = 'pan';
      element.setPointerCapture(event.pointerId);
      gestures.pan(point.x - origin.x);
      gestures.leave();
    } else return;
    down.set(event.pointerId, point);
  };

  const pinch = (moved: number, to: Point) => {
    const other = [...down].find(([pointer]) => pointer !== moved)?.[1];
    const before = down.get(moved);
    if (!other || !before) return;
    const apart = (point: Point) => Math.max(Math.abs(point.x - other.x), 8);
    gestures.zoom(apart(to) / apart(before), (to.x + other.x) / 2);
  };

  const onUp = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    if (mode === 'press' && origin) gestures.click(origin.x, origin.y);
    if (down.size === 0) mode = 'none';
  };

  const onCancel = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (down.size === 0) mode = 'none';
  };

  const onWheel = (event: WheelEvent) => {
    const sideways = event.shiftKey ? event.deltaX + event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      gestures.zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), place(event).x);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      gestures.pan(-sideways);
    }
  };

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onCancel, { signal });
  element.addEventListener('pointerleave', () => gestures.leave(), { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => stop.abort();
}
