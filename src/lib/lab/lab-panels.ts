import type { LabView } from '$lib/worker/protocol';

export type PanelId = 'code' | 'timeline' | 'response' | 'logs' | 'environments' | 'machine' | 'why' | 'bill';

/** Two columns; one above the other; or one thing at a time. */
export type Arrangement = 'columns' | 'stack' | 'tabs';

/** By the width that the lab itself has, in CSS pixels: it may stand beside a lesson. */
export function arrangementFor(width: number): Arrangement {
  if (width >= 1_000) return 'columns';
  return width >= 640 ? 'stack' : 'tabs';
}

export interface PanelTab {
  readonly id: PanelId;
  readonly label: string;
  readonly count?: number;
}

/** The tabs of what happened; where there is room for one thing at a time, everything is a tab. */
export function panelTabs(arrangement: Arrangement, view: LabView | undefined): readonly PanelTab[] {
  const living = view?.environments.filter(({ endedAt }) => endedAt === undefined).length;
  const happened: readonly PanelTab[] = [
    { id: 'response', label: 'Response', ...counted(view?.responses.total) },
    { id: 'logs', label: 'Logs', ...counted(view?.logs.total) },
    { id: 'environments', label: 'Environments', ...counted(living) },
    { id: 'machine', label: 'Machine' },
    { id: 'bill', label: 'Bill' },
  ];
  if (arrangement !== 'tabs') return happened;
  return [
    { id: 'code', label: 'Code' },
    { id: 'timeline', label: 'Timeline' },
    ...happened,
    { id: 'why', label: 'Why' },
  ];
}

function counted(count: number | undefined): { readonly count?: number } {
  return count === undefined || count === 0 ? {} : { count };
}
