import type { Outcome, RunStatus } from '#schemas/outcome.ts';

/** One colour an outcome, everywhere: badges, bars, canvas. */
export const OUTCOME_COLOURS: Record<Outcome, string> = {
  posted: 'teal',
  previewed: 'petrol',
  pending: 'blue',
  skipped: 'gray',
  held: 'orange',
  failed: 'red',
};

export const STATUS_COLOURS: Record<RunStatus, string> = {
  queued: 'gray',
  running: 'blue',
  'in-review': 'violet',
  succeeded: 'teal',
  partial: 'orange',
  failed: 'red',
  cancelled: 'gray',
};
