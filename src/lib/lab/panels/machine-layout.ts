/**
 * Where a state chart's boxes, arrows and labels go. The states stand below one another; a transition to the next one
 * goes straight down, one that skips goes round on the right, one back goes round on the left. Labels stand on the
 * first stretch of each arrow, beside its state, where nothing else is.
 */
import type { MachineView } from '$lib/worker/protocol';

export interface MachineNode {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly final: boolean;
}

export interface MachineEdge {
  readonly from: string;
  readonly to: string;
  /** Events that share the arrow, joined. */
  readonly label: string;
  /** SVG path data. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'end';
}

export interface MachineLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MachineNode[];
  readonly edges: readonly MachineEdge[];
}

export const NODE_WIDTH = 132;
export const NODE_HEIGHT = 40;
const PITCH = 84;
const TRACK = 14;
/** Of the small mono face that labels are set in. */
const CHARACTER = 6.6;
const LABEL_PADDING = 16;
const MARGIN = 4;

interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export function layoutMachine(machine: Pick<MachineView, 'states' | 'transitions'>): MachineLayout {
  const order = new Map(machine.states.map(({ name }, index) => [name, index]));
  const arrows = mergedArrows(machine.transitions, order);
  const forward = withTracks(arrows.filter(({ from, to }) => to > from + 1 || to === from));
  const back = withTracks(arrows.filter(({ from, to }) => to < from));
  const zone = (side: readonly Arrow[]) =>
    side.length === 0 ? 0 : Math.max(...side.map(({ label }) => label.length)) * CHARACTER + LABEL_PADDING;
  const [leftZone, rightZone] = [zone(back.arrows), zone(forward.arrows)];
  const left = MARGIN + back.count * TRACK + leftZone;
  const right = left + NODE_WIDTH;
  const names = machine.states.map(({ name }) => name);
  const ports = new Ports();
  const nameOf = (index: number) => names[index] ?? '';

  const around = (arrow: Arrow, track: number, side: 1 | -1): MachineEdge => {
    const edge = side === 1 ? right : left;
    const lane = side === 1 ? right + rightZone + track * TRACK : left - leftZone - track * TRACK;
    const start = ports.take(arrow.from, side, 'out');
    const end = ports.take(arrow.to, side, 'in');
    const radius = 6 * Math.sign(end - start || 1);
    const path =
      `M${edge} ${start}H${lane - 6 * side}Q${lane} ${start} ${lane} ${start + radius}` +
      `V${end - radius}Q${lane} ${end} ${lane - 6 * side} ${end}H${edge + 3 * side}`;
    return {
      from: nameOf(arrow.from),
      to: nameOf(arrow.to),
      label: arrow.label,
      path,
      labelX: edge + 8 * side,
      labelY: start - 4,
      anchor: side === 1 ? 'start' : 'end',
    };
  };
  const down = (arrow: Arrow): MachineEdge => {
    const x = left + NODE_WIDTH / 2;
    const top = arrow.from * PITCH + MARGIN + NODE_HEIGHT;
    return {
      from: nameOf(arrow.from),
      to: nameOf(arrow.to),
      label: arrow.label,
      path: `M${x} ${top}V${top + PITCH - NODE_HEIGHT - 3}`,
      labelX: x + 8,
      labelY: top + (PITCH - NODE_HEIGHT) / 2 + 3,
      anchor: 'start',
    };
  };
  return {
    width: right + rightZone + Math.max(forward.count, 1) * TRACK + MARGIN,
    height: (machine.states.length - 1) * PITCH + NODE_HEIGHT + 2 * MARGIN,
    nodes: machine.states.map(({ name, final }, index) => ({
      name,
      final,
      x: left,
      y: index * PITCH + MARGIN,
    })),
    edges: [
      ...arrows.filter(({ from, to }) => to === from + 1).map(down),
      ...forward.arrows.map((arrow) => around(arrow, forward.trackOf(arrow), 1)),
      ...back.arrows.map((arrow) => around(arrow, back.trackOf(arrow), -1)),
    ],
  };
}

/** Transitions between the same two states share one arrow. */
function mergedArrows(
  transitions: MachineView['transitions'],
  order: ReadonlyMap<string, number>,
): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { from, to, event } of transitions) {
    const [start, end] = [order.get(from), order.get(to)];
    if (start === undefined || end === undefined) continue;
    const before = arrows.get(`${start} ${end}`);
    const label = before ? `${before.label}, ${event}` : event;
    arrows.set(`${start} ${end}`, { from: start, to: end, label });
  }
  return [...arrows.values()];
}

/** Arrows whose stretches overlap run on different tracks; short ones nearest to the boxes. */
function withTracks(arrows: readonly Arrow[]) {
  const span = ({ from, to }: Arrow) => Math.abs(to - from);
  const tracks: Arrow[][] = [];
  const chosen = new Map<Arrow, number>();
  for (const arrow of [...arrows].sort((a, b) => span(a) - span(b))) {
    const low = Math.min(arrow.from, arrow.to);
    const high = Math.max(arrow.from, arrow.to);
    const free = tracks.findIndex((others) =>
      others.every((other) => Math.max(other.from, other.to) < low || Math.min(other.from, other.to) > high),
    );
    const track = free === -1 ? tracks.length : free;
    (tracks[track] ??= []).push(arrow);
    chosen.set(arrow, track);
  }
  return { arrows, count: tracks.length, trackOf: (arrow: Arrow) => chosen.get(arrow) ?? 0 };
}

/** Places on the sides of the boxes: arrows leave in the lower half and arrive in the upper one, 12 apart. */
class Ports {
  readonly #used = new Map<string, number>();

  take(node: number, side: 1 | -1, way: 'in' | 'out'): number {
    const key = `${node} ${side} ${way}`;
    const index = this.#used.get(key) ?? 0;
    this.#used.set(key, index + 1);
    const top = node * PITCH + MARGIN;
    return way === 'in' ? top + 6 + index * 6 : top + NODE_HEIGHT - 16 + index * 13;
  }
}
