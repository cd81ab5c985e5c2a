import { describe, expect, it } from 'vitest';
import { layoutMachine, NODE_HEIGHT, NODE_WIDTH } from './machine-layout';

const state = (name: string, final = false) => ({ name, text: '', final });
const states = [state('init'), state('invoke'), state('frozen'), state('shutdown', true)];
const transitions = [
  { from: 'init', to: 'invoke', event: 'INITIALISED' },
  { from: 'init', to: 'shutdown', event: 'FAILED' },
  { from: 'invoke', to: 'frozen', event: 'DONE' },
  { from: 'frozen', to: 'invoke', event: 'INVOKE' },
  { from: 'frozen', to: 'shutdown', event: 'RETIRE' },
  { from: 'frozen', to: 'shutdown', event: 'after idle' },
  { from: 'invoke', to: 'shutdown', event: 'PROCESS_ENDED' },
];

describe('the picture of a state chart', () => {
  const layout = layoutMachine({ states, transitions });

  it('every transition has its arrow; those between the same states share one', () => {
    expect(layout.edges.map(({ from, to, label }) => `${from} ${to} ${label}`).sort()).toEqual([
      'frozen invoke INVOKE',
      'frozen shutdown RETIRE, after idle',
      'init invoke INITIALISED',
      'init shutdown FAILED',
      'invoke frozen DONE',
      'invoke shutdown PROCESS_ENDED',
    ]);
  });

  it('boxes and labels stay within the picture', () => {
    for (const { x, y } of layout.nodes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + NODE_WIDTH).toBeLessThanOrEqual(layout.width);
      expect(y + NODE_HEIGHT).toBeLessThanOrEqual(layout.height);
    }
    for (const { labelX, label, anchor } of layout.edges) {
      const width = label.length * 6.6;
      expect(anchor === 'start' ? labelX + width : labelX).toBeLessThanOrEqual(layout.width);
      expect(anchor === 'start' ? labelX : labelX - width).toBeGreaterThanOrEqual(0);
    }
  });

  it('no label lies on another or on a box', () => {
    const boxes = layout.edges.map(({ labelX, labelY, label, anchor }) => {
      const width = label.length * 6.6;
      return { left: anchor === 'start' ? labelX : labelX - width, width, top: labelY - 9, height: 11 };
    });
    const overlaps = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
      a.left < b.left + b.width &&
      b.left < a.left + a.width &&
      a.top < b.top + b.height &&
      b.top < a.top + a.height;
    const nodes = layout.nodes.map(({ x, y }) => ({
      left: x,
      width: NODE_WIDTH,
      top: y,
      height: NODE_HEIGHT,
    }));
    for (const [index, box] of boxes.entries()) {
      for (const other of [...boxes.slice(index + 1), ...nodes]) expect(overlaps(box, other)).toBe(false);
    }
  });

  it('a transition to a state that is not in the chart is left out', () => {
    expect(layoutMachine({ states, transitions: [{ from: 'init', to: 'mars', event: 'GO' }] }).edges).toEqual(
      [],
    );
  });
});
