import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { Line } from './leases.ts';

/** Batches at once on a connection whose type says nothing else. */
const USUAL_BATCHES = 4;

/** The line of batches that call one connection. */
export function connectionLine(connectionId: string, type: Pick<ConnectionType, 'limits'> | undefined): Line {
  return { resource: `connection:${connectionId}`, limit: type?.limits?.batches ?? USUAL_BATCHES };
}

/** The line of batches that deliver to the same books: one at a time unless the node says otherwise. */
export function targetLine(target: string, limit = 1): Line {
  return { resource: `target:${target}`, limit };
}
