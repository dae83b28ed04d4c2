import type { DataClass } from '#schemas/api/health.ts';

/** One colour a class, in the bar, the chart and their legend. */
export const CLASS_COLOURS: Record<DataClass, string> = {
  proof: 'var(--mantine-color-petrol-7)',
  payload: 'var(--mantine-color-petrol-4)',
  trace: 'light-dark(var(--mantine-color-gray-6), var(--mantine-color-dark-0))',
  other: 'light-dark(var(--mantine-color-gray-4), var(--mantine-color-dark-2))',
};
