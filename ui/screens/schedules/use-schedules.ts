import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';

const REFRESH_MS = 5000;

export interface ScheduleFilters {
  readonly flow?: string;
  readonly state?: 'active' | 'paused' | 'running';
  readonly search?: string;
}

/** Schedules with their last and next runs, which move without anybody's doing. */
export function useSchedules({ flow, state, search }: ScheduleFilters) {
  return useQuery({ ...apiQuery('listSchedules', { query: { flow, state, search } }), refetchInterval: REFRESH_MS });
}

/** The filters that stand in the address, so that a list can be linked to. */
export function readScheduleSearch(search: Record<string, unknown>): ScheduleFilters {
  const { flow, state, search: words } = search;
  return {
    ...(typeof flow === 'string' ? { flow } : {}),
    ...(state === 'active' || state === 'paused' || state === 'running' ? { state } : {}),
    ...(typeof words === 'string' ? { search: words } : {}),
  };
}
