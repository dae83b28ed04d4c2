import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReceivedDocuments } from '#nodes/kit/context.ts';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { Database } from '../db/database.ts';
import { unpackJson } from '../db/packed-json.ts';

const cursorSchema = z.object({ event: z.string(), at: z.int() });

type Row = Record<string, unknown> & { readonly event: string; readonly at: number; readonly item: Buffer };

function itemOf({ item }: Row): SourceItem {
  return unpackJson(item) as SourceItem;
}

/**
 * What other programs sent to one source of a flow. Of a document that was sent more than once only the latest state is
 * given: the sender corrects a document by sending it again.
 */
export function receivedDocuments(
  db: Database,
  source: { readonly flowId: string; readonly node: string },
): ReceivedDocuments {
  const own = sql`h.flow_id = ${source.flowId} and h.node_id = ${source.node}`;
  return {
    page: async (cursor, limit) => {
      const after = cursor === null ? null : cursorSchema.parse(cursor);
      const beyond = after ? sql`and (d.event_id, d.position) > (${after.event}::uuid, ${after.at})` : sql``;
      const rows = await db.execute<Row>(sql`
        select d.event_id as event, d.position as at, d.item
        from hook h join received_document d on d.hook_id = h.id
        where ${own} ${beyond} and not exists (
          select from received_document l
          where l.hook_id = d.hook_id and l.key = d.key and (l.event_id, l.position) > (d.event_id, d.position))
        order by d.event_id, d.position
        limit ${limit}`);
      const last = rows.at(-1);
      const next = rows.length === limit && last ? { event: last.event, at: last.at } : null;
      return { items: rows.map(itemOf), next };
    },
    byKeys: async (keys) => {
      if (keys.length === 0) return [];
      const wanted = sql`array(select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`;
      const rows = await db.execute<Row>(sql`
        select distinct on (d.key) d.event_id as event, d.position as at, d.item
        from hook h join received_document d on d.hook_id = h.id
        where ${own} and d.key = any(${wanted})
        order by d.key, d.event_id desc, d.position desc`);
      return rows.map(itemOf);
    },
  };
}
