const DAY_MS = 86_400_000;
/** Two points make any line: with a third it begins to mean something. */
const FEWEST_SAMPLES = 3;

export interface SizePoint {
  /** "2026-10-31" */
  readonly day: string;
  readonly bytes: number;
}

/** Bytes a day, as the straight line through the samples rises (least squares); null while there are too few. */
export function growthPerDay(samples: readonly SizePoint[]): number | null {
  if (samples.length < FEWEST_SAMPLES) return null;
  const points = samples.map(({ day, bytes }) => ({ x: Date.parse(`${day}T00:00:00Z`) / DAY_MS, y: bytes }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  return spread === 0 ? null : Math.trunc(mean((point) => (point.x - x) * (point.y - y)) / spread);
}

/**
 * Days until a size is reached at a steady growth.
 *
 * @returns 0 when it is reached already; null when it will not be
 */
export function daysUntil(limit: number, bytes: number, growth: number | null): number | null {
  if (bytes >= limit) return 0;
  return growth === null || growth <= 0 ? null : Math.floor((limit - bytes) / growth);
}
