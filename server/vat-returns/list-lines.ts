import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { VatLine, vatLinesQuery } from '#schemas/api/vat-returns.ts';
import { decimal, formatAmount } from '#schemas/money.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { limitOf, type Page, type PageQuery, toPage } from '../runs/page.ts';
import { runRefusals } from '../runs/run-refusals.ts';
import { formOf } from './return-forms.ts';
import { REASON, vatLines } from './vat-lines-sql.ts';
import { requirePeriod } from './vat-period.ts';

export type LinesQuery = z.infer<typeof vatLinesQuery>;

interface LineRow extends Record<string, unknown> {
  readonly posting: string | null;
  readonly run_id: string;
  readonly day: string;
  readonly number: string;
  readonly no: string;
  readonly party: string | null;
  readonly party_vat: string | null;
  readonly account: string;
  readonly label: string;
  readonly side: VatLine['side'];
  readonly amount: string;
  readonly code: string | null;
  readonly rate: string | null;
  readonly country: string | null;
  readonly regime: VatLine['regime'];
  readonly grids: string[] | null;
  readonly reason: VatLine['reason'];
}

const PLACING: Readonly<Record<NonNullable<LinesQuery['placing']>, SQL>> = {
  placed: sql`jsonb_array_length(grids) > 0`,
  elsewhere: sql`jsonb_array_length(grids) = 0`,
  unplaced: sql`grids is null`,
};

/** "DE:19", "NL…:S": two texts with a colon between. */
function cut(text: string): readonly [string, string] {
  const at = text.lastIndexOf(':');
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

function conditions({ country, currency, side, box, oss, customer, reason, placing }: LinesQuery): SQL {
  const parts: SQL[] = [
    country === 'none' ? sql`seller is null` : sql`seller = ${country}`,
    sql`currency = ${currency}`,
  ];
  if (side !== undefined) parts.push(sql`side = ${side}`);
  if (box !== undefined) parts.push(sql`grids @> ${JSON.stringify([box])}::jsonb`);
  if (oss !== undefined) {
    const [to, rate] = cut(oss);
    parts.push(sql`regime = 'oss' and coalesce(country, '') = ${to} and coalesce(rate, '0') = ${rate}`);
  }
  if (customer !== undefined) {
    const [number, code] = cut(customer);
    const supply = code === 'S' ? sql`supply = 'services'` : sql`supply is distinct from 'services'`;
    parts.push(sql`regime = 'reverse-charge' and side = 'base' and coalesce(party_vat, '') = ${number} and ${supply}`);
  }
  if (reason !== undefined) parts.push(sql`${REASON} = ${reason}`);
  if (placing !== undefined) parts.push(PLACING[placing]);
  return sql.join(parts, sql` and `);
}

const positionSchema = z.tuple([z.iso.date(), z.string(), z.uuid(), z.int()]);

/** @throws Refusal 400 */
function beyond(after: string | undefined): SQL {
  if (after === undefined) return sql`true`;
  try {
    const [day, number, run, no] = positionSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    return sql`(day, number, run_id, no) > (${day}::date, ${number}, ${run}::uuid, ${no}::bigint)`;
  } catch {
    throw new Refusal(400, runRefusals.build.bad_cursor('after'));
  }
}

function present(row: LineRow, isCreditBox: boolean): VatLine {
  const amount = decimal(row.amount);
  const { posting, run_id: run, day, number, party, party_vat: partyVatNumber, account, label, side } = row;
  return {
    ...{ posting, run, day, number, party, partyVatNumber, account, label, side },
    amount: formatAmount(isCreditBox && !amount.isZero() ? amount.negated() : amount),
    code: row.code,
    rate: row.rate,
    country: row.country,
    regime: row.regime,
    boxes: row.grids,
    reason: row.reason,
  };
}

/**
 * The lines behind a figure of the preview, by booking day and number. Amounts have the sign that they have in the
 * figure.
 *
 * @throws Refusal 422 for a period that is none · 400 for a cursor that is none
 */
export async function listLines(
  db: Database,
  { workspaceId }: Pick<Caller, 'workspaceId'>,
  query: LinesQuery & PageQuery,
): Promise<Page<VatLine>> {
  requirePeriod(query);
  const where = conditions(query);
  const rows = await db.execute<LineRow>(sql`
    with ${vatLines(workspaceId, query)}
    select line.*, line.day::text as day, line.amount::text as amount, line.no::text as no, ${REASON} as reason from line
    where ${where} and ${beyond(query.after)}
    order by line.day, line.number, line.run_id, line.no limit ${limitOf(query) + 1}`);
  const form = formOf(query.country === 'none' ? null : query.country);
  const isCreditBox = query.box !== undefined && form.creditBoxes.has(query.box);
  return toPage([...rows], query, {
    cursor: ({ day, number, run_id, no }) =>
      Buffer.from(JSON.stringify([day, number, run_id, Number.parseInt(no, 10)])).toString('base64url'),
    item: (row) => present(row, isCreditBox),
    count: async () => {
      const [counted] = await db.execute<{ rows: number }>(sql`
        with ${vatLines(workspaceId, query)} select count(*)::int as rows from line where ${where}`);
      return counted?.rows ?? 0;
    },
  });
}
