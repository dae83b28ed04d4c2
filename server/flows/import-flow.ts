import type { Registry } from '#nodes/kit/registry.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { restoreMappings } from '../mappings/flow-mappings.ts';
import { insertFlow } from './create-flow.ts';
import { readFlowBundle } from './flow-file.ts';

/**
 * Makes a flow from the text of a flow file, and the mapping tables that came with it: all of it or nothing.
 *
 * @returns the id of the flow
 * @throws Refusal 422 with everything that is wrong with the file
 */
export async function importFlow(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  caller: Caller,
  text: string,
): Promise<string> {
  const { flow, mappings } = readFlowBundle(text);
  return db.transaction(async (tx) => {
    const definition = await restoreMappings(tx, registry, caller, flow, mappings);
    return insertFlow(tx, caller, { name: definition.name, definition, bindings: {}, templateId: null });
  });
}
