import { createHash } from 'node:crypto';
import { canonicalJson } from '#schemas/canonical-json.ts';
import type { FlowDefinition } from '#schemas/flow.ts';

/**
 * SHA-256 of what a flow does, in hex. The picture is left out: a moved box is no new version, and an exported file
 * gives the same hash whatever the order of its keys.
 */
export function definitionHash({ layout: _picture, ...behaviour }: FlowDefinition): string {
  return createHash('sha256').update(canonicalJson(behaviour)).digest('hex');
}
