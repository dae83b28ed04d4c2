import { RUN_STATUSES, RUN_TRIGGERS, type RunStatus, type RunTrigger } from '#schemas/outcome.ts';

/** What the address of the list of runs says. */
export interface RunSearch {
  flow?: string;
  status?: RunStatus;
  trigger?: RunTrigger;
  from?: string;
  to?: string;
  search?: string;
}

const TEXTS = ['flow', 'from', 'to', 'search'] as const;

export function readRunSearch(given: Record<string, unknown>): RunSearch {
  const status = RUN_STATUSES.find((known) => known === given['status']);
  const trigger = RUN_TRIGGERS.find((known) => known === given['trigger']);
  const texts = TEXTS.flatMap((key) => {
    const value = given[key];
    // The router reads "61" in an address as a number.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  return { ...(status ? { status } : {}), ...(trigger ? { trigger } : {}), ...Object.fromEntries(texts) };
}
