import type { SystemHealth } from '#schemas/api/health.ts';
import type { Message } from '#schemas/messages.ts';
import { healthMessages } from './health-messages.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A job that could be done waits a second or two; five minutes mean that nobody comes. */
const LATE_MINUTES = 5;
/** Enough to order a disk. */
const SHORT_DAYS = 30;
/** Housekeeping is hourly; a second day without it is no longer a switched-off computer. */
const PRUNING_DAYS = 2;

type Facts = Omit<SystemHealth, 'findings'>;

function workTrouble({ at, workers, queue }: Facts): Message[] {
  const { build } = healthMessages;
  const waited = queue.oldestWaiting === null ? 0 : Date.parse(at) - Date.parse(queue.oldestWaiting);
  const minutes = Math.floor(waited / MINUTE_MS);
  return [
    ...(workers.some((worker) => worker.alive) ? [] : [build.no_worker()]),
    ...(minutes >= LATE_MINUTES ? [build.queue_late({ minutes: String(minutes), count: String(queue.waiting) })] : []),
  ];
}

function moneyTrouble({ uncertain, held, daysThatDiffer }: Facts): Message[] {
  const { build } = healthMessages;
  return [
    ...(uncertain.count > 0 ? [build.uncertain({ count: String(uncertain.count) })] : []),
    ...(daysThatDiffer > 0 ? [build.days_differ({ count: String(daysThatDiffer) })] : []),
    ...(held.count > 0 ? [build.held({ count: String(held.count) })] : []),
  ];
}

function spaceTrouble({ at, storage, pruning }: Facts): Message[] {
  const { build } = healthMessages;
  const idle = pruning === null ? 0 : Math.floor((Date.parse(at) - Date.parse(pruning.at)) / DAY_MS);
  const { daysLeft, kept } = storage;
  return [
    ...(daysLeft !== null && daysLeft < SHORT_DAYS ? [build.space_short({ days: String(daysLeft) })] : []),
    ...(idle >= PRUNING_DAYS ? [build.pruning_late({ days: String(idle) })] : []),
    ...(kept.length > 0 ? [build.days_kept({ days: String(kept.length) })] : []),
  ];
}

/** What a person should look at, gravest first: money, then what stands still, then what will. */
export function findTrouble(facts: Facts): Message[] {
  const { build } = healthMessages;
  return [
    ...workTrouble(facts),
    ...moneyTrouble(facts),
    ...facts.circuits.map(({ connection }) => build.circuit_open({ name: connection.name })),
    ...facts.overdue.map(({ flow }) => build.schedule_late({ flow: flow.name })),
    ...spaceTrouble(facts),
    ...(facts.queue.givenUp > 0 ? [build.jobs_given_up({ count: String(facts.queue.givenUp) })] : []),
  ];
}
