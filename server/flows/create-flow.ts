import { v7 as uuidv7 } from 'uuid';
import type { FlowDefinition } from '#schemas/flow.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import { flow, flowDraft } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { flowRefusals } from './flow-refusals.ts';
import { checkBoundHere, findFlow } from './flow-rows.ts';

export interface NewFlow {
  readonly name: string;
  readonly definition: FlowDefinition;
  readonly bindings: Record<string, string>;
  readonly templateId: string | null;
}

/** A flow with nothing on its canvas. */
function emptyDefinition(name: string): FlowDefinition {
  return {
    format: 'passerelle.flow/1',
    name,
    description: '',
    zone: 'Europe/Brussels',
    connections: {},
    nodes: {},
    edges: [],
    layout: { nodes: {}, notes: [] },
  };
}

/** Stores a flow with its first draft, in the caller's transaction, and returns its id. */
export async function insertFlow(tx: Transaction, caller: Caller, input: NewFlow): Promise<string> {
  const { name, bindings, templateId } = input;
  await checkBoundHere(tx, caller, bindings);
  const id = uuidv7();
  await tx.insert(flow).values({ id, workspaceId: caller.workspaceId, name, templateId, bindings });
  const definition = { ...input.definition, name };
  await tx.insert(flowDraft).values({ flowId: id, definition, updatedBy: caller.userId });
  await audit(tx, caller, 'flow.created', `flow:${id}`, { name, templateId });
  return id;
}

/**
 * Makes a flow: empty, from an imported definition, or as a copy of another one (then with its bindings).
 *
 * @throws Refusal 404 for a copy of nothing · 422
 */
export async function createFlow(
  db: Database,
  caller: Caller,
  input: {
    readonly name: string;
    readonly definition?: FlowDefinition | undefined;
    readonly copyOf?: string | undefined;
  },
): Promise<string> {
  const { name, definition, copyOf } = input;
  if (definition !== undefined && copyOf !== undefined) throw new Refusal(422, flowRefusals.build.two_origins());
  return db.transaction(async (tx) => {
    if (copyOf === undefined) {
      const imported = definition ?? emptyDefinition(name);
      return insertFlow(tx, caller, { name, definition: imported, bindings: {}, templateId: null });
    }
    const { flow: original, draft } = await findFlow(tx, caller, copyOf);
    const { bindings, templateId } = original;
    return insertFlow(tx, caller, { name, definition: draft.definition, bindings, templateId });
  });
}
