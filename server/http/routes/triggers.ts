import { triggerEndpoints as endpoints, IDEMPOTENCY_HEADER } from '#schemas/api/triggers.ts';
import { chosenKey, triggerFlow } from '../../triggers/trigger-flow.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveTriggers(room: ApiRoom): void {
  implement(room, endpoints.triggerFlow, ({ caller, params, body, header }) => {
    const key = chosenKey(body.idempotencyKey, header(IDEMPOTENCY_HEADER));
    return triggerFlow(room.deps, caller, params.id, { mode: body.mode ?? 'live', period: body.period ?? null, key });
  });
}
