import { baseOnly, IN_NO_BOX, NOBODY_KNOWS, type VatReturnBoxes } from '../vat/vat-boxes.ts';

const domestic = (base: string) => ({ base: [base], vat: ['54'], creditBase: ['49'], creditVat: ['64'] });

/**
 * Grids of the Belgian periodic return. A credit note never lowers 01-03 or 54: its base goes to 49 (48 when it is for
 * 44 or 46) and its tax to 64.
 *
 * Sales under OSS, and those taxed where the seller is registered abroad, are put in 47 as operations located outside
 * Belgium. That is how we read the explanation of the return, and has not been confirmed: a rule of the table of taxes
 * replaces it.
 */
export const beVatBoxes: VatReturnBoxes = {
  domestic: { '21': domestic('03'), '12': domestic('02'), '6': domestic('01') },
  cases: {
    oss: baseOnly(['47'], ['49']),
    registered: baseOnly(['47'], ['49']),
    'reverse-charge': baseOnly(['46'], ['48']),
    'reverse-charge-services': baseOnly(['44'], ['48']),
    'co-contractor': baseOnly(['45'], ['49']),
    export: baseOnly(['47'], ['49']),
    // Grid 00 takes what the goods were bought for, and 03/54 the margin: neither follows from the price of the sale.
    margin: NOBODY_KNOWS,
    exempt: baseOnly(['00'], ['49']),
    untaxed: NOBODY_KNOWS,
    // A small business under art. 56bis files no periodic return.
    'small-business': IN_NO_BOX,
  },
};
