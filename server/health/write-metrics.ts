import type { SystemHealth } from '#schemas/api/health.ts';

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  /** As it is printed: an amount stays the decimal text that it is. */
  readonly value: number | string;
}

function quote(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function writeSample(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${quote(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function gauge(name: string, help: string, samples: readonly Sample[]): string[] {
  if (samples.length === 0) return [];
  const full = `passerelle_${name}`;
  return [`# HELP ${full} ${help}`, `# TYPE ${full} gauge`, ...samples.map((sample) => writeSample(full, sample))];
}

function seconds(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

const amountsOf = (risk: SystemHealth['held']): Sample[] =>
  risk.amounts.map(({ currency, amount }) => ({ labels: { currency }, value: amount }));

function storageLines({ storage, pruning, at }: SystemHealth): string[] {
  const classes = Object.entries(storage.byClass).map(([name, value]) => ({ labels: { class: name }, value }));
  const one = (value: number | null | undefined): Sample[] =>
    value === null || value === undefined ? [] : [{ value }];
  return [
    ...gauge('database_bytes', 'Size of the database by class of data.', classes),
    ...gauge('database_limit_bytes', 'Size at which there is no more room.', one(storage.limit?.bytes)),
    ...gauge('database_growth_bytes_per_day', 'Growth by a line through the last samples.', one(storage.growthPerDay)),
    ...gauge('database_days_left', 'Days until the limit at this growth.', one(storage.daysLeft)),
    ...gauge('kept_days', 'Days of source documents past their age that somebody needs.', one(storage.kept.length)),
    ...gauge('pruning_age_seconds', 'Time since old data was last removed.', one(pruning && seconds(pruning.at, at))),
  ];
}

function workLines({ queue, workers, runs, at }: SystemHealth): string[] {
  const { waiting, working, later, givenUp, oldestWaiting } = queue;
  const states = Object.entries({ waiting, working, later, given_up: givenUp });
  const statuses = Object.entries({ queued: runs.queued, running: runs.running, in_review: runs.inReview });
  const labelled = (label: string, pairs: readonly [string, number][]) =>
    pairs.map(([name, value]) => ({ labels: { [label]: name }, value }));
  const oldest = oldestWaiting === null ? 0 : seconds(oldestWaiting, at);
  return [
    ...gauge('workers', 'Worker processes that are alive.', [{ value: workers.filter((one) => one.alive).length }]),
    ...gauge('queue_jobs', 'Jobs of the queue by state.', labelled('state', states)),
    ...gauge('queue_oldest_seconds', 'How long the oldest job that could be done has waited.', [{ value: oldest }]),
    ...gauge('runs', 'Runs that are not over, by status.', labelled('status', statuses)),
  ];
}

/**
 * The figures of the health page in Prometheus' text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export function writeMetrics(health: SystemHealth): string {
  const { version, held, uncertain, circuits, overdue } = health;
  const lines = [
    ...gauge('info', 'Version of the product.', [{ labels: { version }, value: 1 }]),
    ...workLines(health),
    ...gauge('held_documents', 'Documents that wait until something is put right.', [{ value: held.count }]),
    ...gauge('held_amount', 'Money in them, by currency.', amountsOf(held)),
    ...gauge('uncertain_postings', 'Postings of which nobody knows whether they arrived.', [
      { value: uncertain.count },
    ]),
    ...gauge('uncertain_amount', 'Money in them, by currency.', amountsOf(uncertain)),
    ...gauge('open_circuits', 'Connections that are left alone after failing.', [{ value: circuits.length }]),
    ...gauge('overdue_schedules', 'Schedules whose time has passed.', [{ value: overdue.length }]),
    ...storageLines(health),
  ];
  return `${lines.join('\n')}\n`;
}
