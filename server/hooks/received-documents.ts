import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReceivedDocuments } from '#nodes/kit/context.ts';
import type { SourceItem } from '#nodes/kit/node-type.ts';
import type { Database } from '../db/database.ts';

const cursorSchema = z.object({ event: z.string(), at: z.int() });

type Row = Record<string, unknown> & { readonly event: string; readonly at: number; readonly item: SourceItem };

/**
 * What other programs sent to one source of a flow. Of a document that was sent more than once only the latest state is
 * given: the sender corrects a document by sending it again.
 */
export function receivedDocuments(
  db: Database,
  source: { readonly flowId: string; readonly node: string },
): ReceivedDocuments {
  const own = sql`h.flow_id = ${source.flowId} and h.node_id = ${source.node} and e.documents is not null`;
  return {
    page: async (cursor, limit) => {
      const after = cursor === null ? null : cursorSchema.parse(cursor);
      const beyond = after ? sql`and (e.id, d.at) > (${after.event}::uuid, ${after.at})` : sql``;
      const rows = await db.execute<Row>(sql`
        select e.id as event, d.at::int as at, d.item
        from hook h join hook_event e on e.hook_id = h.id
          cross join lateral jsonb_array_elements(e.documents) with ordinality as d(item, at)
        where ${own} ${beyond} and not exists (
          select from hook_event l where l.hook_id = e.hook_id and l.documents is not null and l.id > e.id
            and l.keys @> array[d.item ->> 'key'])
        order by e.id, d.at
        limit ${limit}`);
      const last = rows.at(-1);
      const next = rows.length === limit && last ? { event: last.event, at: last.at } : null;
      return { items: rows.map(({ item }) => item), next };
    },
    byKeys: async (keys) => {
      if (keys.length === 0) return [];
      const wanted = sql`array(select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`;
      const rows = await db.execute<Row>(sql`
        select distinct on (d.item ->> 'key') e.id as event, 0 as at, d.item
        from hook h join hook_event e on e.hook_id = h.id
          cross join lateral jsonb_array_elements(e.documents) as d(item)
        where ${own} and e.keys && ${wanted} and d.item ->> 'key' = any(${wanted})
        order by d.item ->> 'key', e.id desc`);
      return rows.map(({ item }) => item);
    },
  };
}
