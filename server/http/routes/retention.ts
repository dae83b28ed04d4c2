import { healthEndpoints as endpoints } from '#schemas/api/health.ts';
import { changeRetention, previewRetention } from '../../retention/change-retention.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveRetention(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.previewRetention, ({ caller, body }) => previewRetention(db, caller, body, new Date()));
  implement(room, endpoints.setRetention, ({ caller, body }) => changeRetention(db, caller, body));
}
