import type { EntryLine } from '#schemas/documents/journal-entry.ts';
import type { MappingFacts } from '#schemas/mapping/look-up.ts';
import type { Plan } from '../plan.ts';
import { taxRule } from './tax-rule.ts';
import type { VatTreatment } from './vat-treatment.ts';

/** Boxes as a rule names them: "03", or several: "A1 08". */
function boxesIn(text: string | undefined): readonly string[] | null {
  const boxes = text?.split(/[\s,;]+/).filter((box) => box !== '') ?? [];
  return boxes.length > 0 ? boxes : null;
}

/**
 * What a line of the entry says of its VAT: the code, and the boxes of the return in which its amount stands. A rule of
 * the table of taxes goes before the boxes of the chart. Boxes that nobody knows are left out: the preview of the return
 * lists the line as one that cannot be placed.
 *
 * @param side whether the line is a base or the tax itself
 */
export function vatOnLine(
  plan: Plan,
  treatment: VatTreatment,
  facts: MappingFacts,
  side: 'base' | 'vat',
): NonNullable<EntryLine['vat']> {
  const { regime, rate, country, vatCode, boxes, isCredit, isService } = treatment;
  const rule = taxRule(plan, facts);
  const [sale, credit] = side === 'base' ? [rule.grid, rule.creditGrid] : [rule.taxGrid, rule.creditTaxGrid];
  const grids = boxesIn((isCredit ? credit : sale)?.value) ?? boxes[side];
  return {
    code: rule.code?.value ?? vatCode,
    rate,
    country,
    regime,
    ...(grids === null ? {} : { grids: [...grids] }),
    ...(regime === 'reverse-charge' ? { supply: isService ? 'services' : 'goods' } : {}),
  };
}
