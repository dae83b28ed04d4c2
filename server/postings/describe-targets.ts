import { and, eq, inArray } from 'drizzle-orm';
import type { PostingTarget } from '#schemas/api/postings.ts';
import type { Database, Transaction } from '../db/database.ts';
import { connection, runStep } from '../db/schema/index.ts';
import { anyOf } from '../search/search-terms.ts';

/** "flow:<flow>:<node>" for files, "connection:<id>" for documents; either may end with ":<books>". */
function partsOf(target: string): {
  kind: PostingTarget['kind'];
  connection: string;
  node: string;
  books: string | null;
} {
  const [room, id = '', ...rest] = target.split(':');
  if (room === 'connection') return { kind: 'connection', connection: id, node: '', books: rest.join(':') || null };
  const [node = '', ...books] = rest;
  return { kind: 'files', connection: '', node, books: books.join(':') || null };
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Says of targets what people call them: the connection's name, or the title that the step had in one of the runs which
 * wrote there.
 *
 * @param used targets, each with a run that booked to it
 */
export async function describeTargets(
  db: Database | Transaction,
  { workspaceId }: { readonly workspaceId: string },
  used: readonly { readonly target: string; readonly runId: string }[],
): Promise<(target: string) => PostingTarget> {
  const runOf = new Map(used.map(({ target, runId }) => [target, runId]));
  const parts = [...runOf].map(([id, runId]) => ({ id, runId, ...partsOf(id) }));
  const connections = parts.map((part) => part.connection).filter((id) => IS_ID.test(id));
  const names = await db
    .select({ id: connection.id, name: connection.name })
    .from(connection)
    .where(and(eq(connection.workspaceId, workspaceId), eq(connection.id, anyOf(connections))));
  const files = parts.filter(({ kind }) => kind === 'files');
  const steps =
    files.length === 0
      ? []
      : await db
          .select()
          .from(runStep)
          .where(
            and(
              eq(runStep.runId, anyOf(files.map(({ runId }) => runId))),
              inArray(runStep.nodeId, [...new Set(files.map(({ node }) => node))]),
            ),
          );
  return (target) => {
    const { kind, connection: id, node, books } = partsOf(target);
    if (kind === 'connection') {
      return { id: target, kind, name: names.find((one) => one.id === id)?.name ?? null, type: null, books };
    }
    const step = steps.find((one) => one.runId === runOf.get(target) && one.nodeId === node);
    return { id: target, kind, name: step?.title ?? null, type: step?.nodeType ?? null, books };
  };
}
