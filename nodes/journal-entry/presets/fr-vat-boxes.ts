import { baseOnly, IN_NO_BOX, NOBODY_KNOWS, type VatReturnBoxes } from '../vat/vat-boxes.ts';

/** On the CA3 a credit note lowers the line of its sale: there are no lines of its own. */
const domestic = (line: string) => ({ base: ['A1', line], vat: [line], creditBase: ['A1', line], creditVat: [line] });
const untaxed = (line: string) => baseOnly([line], [line]);

/**
 * Lines of the French return CA3, by the names they have had since 2022: A1 (formerly 01) sales, E1 (04) exports, E2
 * (05) other operations without VAT, E3 (5A) distance sales to consumers elsewhere in the EU, F2 (06) intra-Community
 * supplies. The lines of a rate (08, 09, 9B, T6) have a base and a tax; the base stands in A1 as well.
 */
export const frVatBoxes: VatReturnBoxes = {
  domestic: { '20': domestic('08'), '10': domestic('9B'), '5.5': domestic('09'), '2.1': domestic('T6') },
  cases: {
    oss: untaxed('E3'),
    // Whether such a sale stands on the CA3 depends on where it starts from.
    registered: NOBODY_KNOWS,
    'reverse-charge': untaxed('F2'),
    'reverse-charge-services': untaxed('E2'),
    'co-contractor': untaxed('E2'),
    export: untaxed('E1'),
    // The margin stands in A1, not the price: what the goods were bought for is not known here.
    margin: NOBODY_KNOWS,
    exempt: untaxed('E2'),
    untaxed: NOBODY_KNOWS,
    // A seller under art. 293 B files no CA3.
    'small-business': IN_NO_BOX,
  },
};
