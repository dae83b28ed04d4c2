/** What the address of the screen says: which flow, which days. */
export interface ControlSearch {
  flow?: string;
  from?: string;
  to?: string;
  way?: string;
  /** Figures that agree are shown as well. */
  all?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) ? value : undefined;
}

export function readControlSearch(search: Record<string, unknown>): ControlSearch {
  const [from, to] = [dayOf(search['from']), dayOf(search['to'])];
  return {
    ...(typeof search['flow'] === 'string' ? { flow: search['flow'] } : {}),
    ...(from !== undefined && to !== undefined && from <= to ? { from, to } : {}),
    ...(typeof search['way'] === 'string' ? { way: search['way'] } : {}),
    ...(search['all'] === true ? { all: true } : {}),
  };
}
