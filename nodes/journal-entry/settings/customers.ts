import { account, code } from './parts.ts';

/** How customers appear in the books: the ledger account and the auxiliary account are chosen apart from each other. */
export const customerSettings = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: {
    ledgerMode: { type: 'string', enum: ['one', 'by-rule', 'per-customer'], default: 'one' },
    ledgerPrefix: { ...code, default: '411' },
    ledgerLength: { type: 'integer', minimum: 1, maximum: 30, default: 8 },
    guestAccount: account,
    businessAccount: account,
    auxiliaryMode: { type: 'string', enum: ['none', 'one', 'by-rule', 'per-customer'], default: 'one' },
    code: { ...code, minLength: 1, default: 'WEB' },
    prefix: { ...code, default: 'WEB' },
    length: { type: 'integer', minimum: 1, maximum: 30, default: 8 },
    guestCode: { ...code, default: 'WEBGUEST' },
    businessCode: { ...code, default: '' },
    accents: { type: 'string', enum: ['keep', 'remove'], default: 'keep' },
    nameCase: { type: 'string', enum: ['keep', 'upper'], default: 'keep' },
    addressCase: { type: 'string', enum: ['keep', 'upper'], default: 'keep' },
  },
} as const;
