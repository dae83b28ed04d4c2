import { z } from 'zod';
import { periodSchema } from '../period.ts';
import { endpoint } from './endpoint.ts';
import { runSummarySchema } from './runs.ts';
import { idParam } from './shared.ts';

export const LONGEST_IDEMPOTENCY_KEY = 200;
/** What another program may send in place of the field of the same meaning. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

export const triggerEndpoints = {
  triggerFlow: endpoint({
    method: 'post',
    path: '/flows/{id}/trigger',
    summary:
      'Start the published version from another program. With an idempotency key (in the body, or as the header Idempotency-Key) the same order starts one run, however often it is sent; 409 when the key came with another order',
    role: 'editor',
    params: idParam,
    body: z.object({
      /** Live unless set. */
      mode: z.enum(['live', 'dry']).optional(),
      /** The days that the run is about; everything unless set. */
      period: periodSchema.nullable().optional(),
      idempotencyKey: z.string().trim().min(1).max(LONGEST_IDEMPOTENCY_KEY).optional(),
    }),
    response: runSummarySchema,
  }),
};
