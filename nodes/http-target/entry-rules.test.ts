import { describe, expect, it } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import type { HttpTargetConfig } from './config.ts';
import { httpTargetDelivery } from './delivery-node.ts';
import { entryRulesOf } from './entry-rules.ts';

const rulesOf = (config: Record<string, unknown>) =>
  entryRulesOf(checkConfig(httpTargetDelivery, config) as HttpTargetConfig);

describe('what a receiver demands is what its owner states', () => {
  it('is nothing unless something is stated', () => {
    const { fiscalYearEnd, uniquePieceNumber, ...texts } = rulesOf({});
    expect(new Set(Object.values(texts).map((rule) => JSON.stringify(rule)))).toEqual(new Set(['{}']));
    expect({ fiscalYearEnd, uniquePieceNumber }).toEqual({ fiscalYearEnd: '12-31', uniquePieceNumber: false });
  });

  it('AT-064 lengths and digits of accounts become rules of the target', () => {
    const demands = { accountShortest: 6, accountLongest: 6, accountDigits: true, labelLongest: 30 };
    const { account, label } = rulesOf({ demands });
    expect(account).toMatchObject({ minLength: 6, maxLength: 6 });
    expect(account?.pattern?.test('41100A')).toBe(false);
    expect(label).toEqual({ maxLength: 30 });
  });

  it('one that knows documents by their number never gets two with the same', () => {
    expect(rulesOf({ recognises: 'number' }).uniquePieceNumber).toBe(true);
  });
});
