import { describe, expect, it } from 'vitest';
import type { Config } from './config.ts';
import { entryRulesOf } from './entry-rules.ts';

const config = (preset: Config['preset'], custom: Record<string, unknown> = {}): Config => ({
  ...{
    preset,
    grain: 'document',
    custom,
    encoding: '',
    onUnmappable: '',
    fileName: '',
    siren: '123456789',
    company: '',
  },
  ...{ fiscalYearEnd: '06-30', validated: true, bookYear: '' },
});

describe('what a format demands of entries follows from its columns', () => {
  it('AT-064 WinBooks: accounts of at most 8, auxiliary accounts of at most 10, journals of at most 6, numbers of digits', () => {
    const rules = entryRulesOf(config('winbooks-act'));
    expect(rules.account).toMatchObject({ maxLength: 8, cuts: false });
    expect(rules.auxiliaryAccount).toMatchObject({ maxLength: 10, cuts: false });
    expect(rules.journal).toMatchObject({ maxLength: 6, minLength: 1 });
    expect(rules.pieceNumber?.pattern?.test('A12')).toBe(false);
    expect(rules.pieceNumber?.pattern?.test('12')).toBe(true);
  });

  it('a label that the format cuts by rule is said to be cut', () => {
    expect(entryRulesOf(config('winbooks-act')).label).toMatchObject({ maxLength: 40, cuts: true });
  });

  it('FEC: an account begins with three digits, and every entry has a journal and a number', () => {
    const rules = entryRulesOf(config('fec'));
    expect(rules.account?.pattern?.test('41ABC')).toBe(false);
    expect(rules.account?.pattern?.test('411DUPONT')).toBe(true);
    expect(rules.pieceNumber).toMatchObject({ minLength: 1 });
    expect(rules.fiscalYearEnd).toBe('06-30');
  });

  it('AT-063 what no column holds is said to be ignored', () => {
    const { ignores } = entryRulesOf(config('fec'));
    expect(ignores).toEqual(expect.arrayContaining(['reference', 'vat-code', 'vat-grid', 'analytics', 'due-date']));
    expect(ignores).not.toContain('auxiliary-account');
    expect(entryRulesOf(config('winbooks-act')).ignores).not.toContain('due-date');
  });

  it('a template that names a value counts as a column of it, and of two columns the narrower refuses', () => {
    const own = {
      format: 'passerelle.text-format/1',
      name: 'own',
      fileName: 'own.txt',
      fieldSeparator: ';',
      records: [
        {
          name: 'line',
          repeat: 'line',
          fields: [
            { path: 'line.account', maxLength: 12 },
            { path: 'line.account', maxLength: 8 },
            { template: '{{ line.vatCode }}' },
          ],
        },
      ],
    };
    const rules = entryRulesOf(config('custom', own));
    expect(rules.account).toEqual({ maxLength: 8, cuts: false });
    expect(rules.ignores).not.toContain('vat-code');
  });
});
