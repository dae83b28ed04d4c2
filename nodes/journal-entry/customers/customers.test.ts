import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Party } from '#schemas/documents/party.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { buyerIn, payment, sale, tax, taxedLine } from '../testing/documents.ts';
import { type Books, entriesIn, mapIn } from '../testing/run-in-books.ts';

const simple = sale('120.00', {
  lines: [taxedLine('a', '100.00', ['t', '20.00'])],
  taxes: [tax('t', '20', 'FR', '20.00')],
  payments: [payment('120.00', { method: 'card' })],
});
const of = (buyer: Partial<Party>, method = 'card'): SalesDocument => ({
  ...simple,
  ...buyerIn('FR', buyer),
  payments: [payment('120.00', { method })],
});
const guest = of({ id: null });
const business = of({ id: '7', company: 'Durand SA', vatNumber: 'FR40303265045' });

/** Ledger and auxiliary account of the customer, which must be the same on the sale and on its payment. */
function customerOf(books: Books, document: SalesDocument): string {
  const owed = entriesIn(books, document).map(({ lines }) => {
    const found = lines.find(({ role }) => role === 'receivable');
    return `${found?.account} ${found?.auxiliaryAccount ?? '-'}`;
  });
  expect(new Set(owed).size).toBe(1);
  return owed[0] ?? '';
}

function holdIn(books: Books, document: SalesDocument) {
  const result = mapIn(books, document);
  return 'hold' in result ? result.hold : undefined;
}

const ledgerByMethod = { table: 'customers' as const, match: { method: 'cheque' }, set: { ledgerAccount: '411300' } };
const codeByMethod = { table: 'customers' as const, match: { method: 'cheque' }, set: { auxiliaryAccount: 'WEB-CHQ' } };
const customer = (settings: object) => ({ customer: settings });

describe('the ledger account of customers', () => {
  test('AT-100 one for all: every entry stands on 411WEB', () => {
    const config = { accounts: { customer: '411WEB' }, ...customer({ auxiliaryMode: 'none' }) };
    for (const document of [simple, guest, business]) expect(customerOf({ config }, document)).toBe('411WEB -');
  });

  test('AT-101 by payment method: a cheque has its own, an unknown method the default', () => {
    const rules = [{ table: 'customers' as const, match: {}, set: { ledgerAccount: '411900' } }, ledgerByMethod];
    const config = customer({ ledgerMode: 'by-rule' });
    expect(customerOf({ config, rules }, of({}, 'cheque'))).toBe('411300 WEB');
    expect(customerOf({ config, rules }, of({}, 'mollie'))).toBe('411900 WEB');
    // Without a default in the table, the account for all.
    expect(customerOf({ config, rules: [ledgerByMethod] }, of({}, 'mollie'))).toBe('411000 WEB');
  });

  test('AT-101 the table is asked by rule only', () => {
    expect(customerOf({ rules: [ledgerByMethod, codeByMethod] }, of({}, 'cheque'))).toBe('411000 WEB');
  });

  test('AT-101 by customer group and by country', () => {
    const config = customer({ ledgerMode: 'by-rule' });
    const rules = [
      { table: 'customers' as const, match: { group: 'wholesale' }, set: { ledgerAccount: '411200' } },
      { table: 'customers' as const, match: { country: 'FR' }, set: { ledgerAccount: '411{country}' } },
    ];
    expect(customerOf({ config, rules }, of({ group: 'wholesale' }))).toBe('411200 WEB');
    expect(customerOf({ config, rules }, of({}))).toBe('411FR0 WEB');
  });

  test('AT-102 one for each: prefix and number, padded with zeros between them', () => {
    const config = customer({ ledgerMode: 'per-customer', ledgerPrefix: '411', ledgerLength: 8 });
    expect(customerOf({ config }, of({ id: '2' }))).toBe('41100002 WEB');
    expect(customerOf({ config }, of({ id: '99999' }))).toBe('41199999 WEB');
  });

  test('AT-102 a number that does not fit is an error, never cut', () => {
    const config = customer({ ledgerMode: 'per-customer', ledgerPrefix: '411', ledgerLength: 8 });
    const problem = holdIn({ config }, of({ id: '100000' }));
    expect(problem).toMatchObject({
      code: 'entry.ledger_too_long',
      params: { customer: '100000', prefix: '411', length: '8' },
      field: 'buyer/id',
    });
  });

  test('AT-102 an account of each that is no ledger account is held', () => {
    const config = customer({ ledgerMode: 'per-customer', ledgerPrefix: 'CLI' });
    expect(holdIn({ config }, simple)?.code).toBe('entry.account_malformed');
  });
});

describe('the auxiliary account of customers', () => {
  test('AT-103 one for all', () => {
    const config = customer({ auxiliaryMode: 'one', code: 'BOUTIQUE' });
    for (const document of [simple, guest, business]) expect(customerOf({ config }, document)).toBe('411000 BOUTIQUE');
  });

  test('AT-104 by payment method: WEB-CHQ for a cheque, the one for all otherwise', () => {
    const config = customer({ auxiliaryMode: 'by-rule' });
    expect(customerOf({ config, rules: [codeByMethod] }, of({}, 'cheque'))).toBe('411000 WEB-CHQ');
    expect(customerOf({ config, rules: [codeByMethod] }, of({}, 'card'))).toBe('411000 WEB');
    expect(customerOf({ config, rules: [codeByMethod] }, of({ id: null }, 'cheque'))).toBe('411000 WEB-CHQ');
    expect(customerOf({ config, rules: [codeByMethod] }, guest)).toBe('411000 WEBGUEST');
  });

  test('AT-105 one for each: WEB00002 for customer 2 at length 8', () => {
    const config = customer({ auxiliaryMode: 'per-customer', prefix: 'WEB', length: 8 });
    expect(customerOf({ config }, of({ id: '2' }))).toBe('411000 WEB00002');
    expect(holdIn({ config }, of({ id: '123456' }))).toMatchObject({ code: 'entry.auxiliary_too_long' });
  });

  test('AT-105 the same customer always has the same code, and no two customers share one', () => {
    const config = customer({ auxiliaryMode: 'per-customer', prefix: 'WEB', length: 8 });
    const codes = new Map<string, string>();
    const id = fc.oneof(fc.nat({ max: 99_999 }).map(String), fc.stringMatching(/^[A-Za-z0-9]{1,6}$/));
    fc.assert(
      fc.property(id, fc.constantFrom('card', 'cheque'), (number, method) => {
        const document = of({ id: number }, method);
        // "00012" beside "12" cannot be told apart, and no shop has both: full numbers of that kind are left out.
        fc.pre(!/^0.{4}$/.test(number));
        if (number.length > 5 || number.startsWith('0')) {
          expect(holdIn({ config }, document)).toBeDefined();
          return;
        }
        const made = customerOf({ config }, document);
        expect(made).toHaveLength('411000 WEB00000'.length);
        expect(codes.get(made) ?? number).toBe(number);
        codes.set(made, number);
      }),
      {
        numRuns: 300,
        examples: [
          ['39', 'card'],
          ['039', 'card'],
          ['123456', 'card'],
        ],
      },
    );
  });
});

describe('AT-106 the two are chosen apart', () => {
  const ledgers = { one: '411000', 'by-rule': '411300', 'per-customer': '41100039' };
  const codes = { one: 'WEB', 'by-rule': 'WEB-CHQ', 'per-customer': 'WEB00039' };
  for (const [ledgerMode, ledger] of Object.entries(ledgers)) {
    for (const [auxiliaryMode, code] of Object.entries(codes)) {
      test(`AT-106 ledger account ${ledgerMode}, auxiliary account ${auxiliaryMode}`, () => {
        const books = { config: customer({ ledgerMode, auxiliaryMode }), rules: [ledgerByMethod, codeByMethod] };
        expect(customerOf(books, of({}, 'cheque'))).toBe(`${ledger} ${code}`);
      });
    }
  }
});

describe('guests and businesses', () => {
  const each = { ledgerMode: 'per-customer', auxiliaryMode: 'per-customer' };

  test('AT-085 a guest goes to the accounts of guests', () => {
    const config = customer({ ...each, guestAccount: '411980', guestCode: 'INVITE' });
    expect(customerOf({ config }, guest)).toBe('411980 INVITE');
    expect(customerOf({ config }, simple)).toBe('41100039 WEB00039');
    const one = customer({ guestAccount: '411980', auxiliaryMode: 'none' });
    expect(customerOf({ config: one }, guest)).toBe('411980 -');
  });

  test('AT-085 without them a guest is held, and told which is missing', () => {
    expect(holdIn({ config: customer(each) }, guest)?.code).toBe('entry.guest_without_account');
    const noCode = customer({ ...each, guestAccount: '411980', guestCode: '' });
    expect(holdIn({ config: noCode }, guest)).toMatchObject({
      code: 'entry.guest_without_auxiliary',
      text: expect.stringContaining('no auxiliary account is set for guests'),
    });
  });

  test('businesses have accounts of their own where the user wants them', () => {
    const own = { businessAccount: '411500', businessCode: 'PRO' };
    expect(customerOf({ config: customer(own) }, business)).toBe('411500 PRO');
    expect(customerOf({ config: customer({ ...each, ...own }) }, business)).toBe('411500 PRO');
    expect(customerOf({ config: customer(own) }, simple)).toBe('411000 WEB');
    // A company without a VAT number is a customer like others.
    expect(customerOf({ config: customer(own) }, of({ company: 'Club de tennis' }))).toBe('411000 WEB');
  });

  test('the accounts that the target has for the customer go before everything', () => {
    const accounts = { ledger: '4110042', auxiliary: 'DURAND', reference: 'c-42' };
    const config = customer({ ...each, businessAccount: '411500', businessCode: 'PRO' });
    const known = of({ company: 'Durand SA', vatNumber: 'FR40303265045', accounts });
    expect(customerOf({ config, rules: [ledgerByMethod] }, known)).toBe('4110042 DURAND');
    const [entry] = entriesIn({ config }, known);
    expect(entry.lines[0]?.rule).toBe('party:ledger');
    // What the target does not know is chosen here.
    const half = of({ accounts: { ...accounts, auxiliary: null } });
    expect(customerOf({ config: customer({}) }, half)).toBe('4110042 WEB');
  });

  test('AT-107 names lose their accents on the entry and in its labels', () => {
    const config = customer({ accents: 'remove' });
    const [entry] = entriesIn({ config }, of({ name: 'Łukasz Œuvré' }));
    expect(entry).toMatchObject({ partyName: 'Lukasz OEuvre', label: 'Vente 1043 Lukasz OEuvre' });
  });

  test('AT-108 names stand in capitals on the entry and in its labels', () => {
    const config = customer({ nameCase: 'upper' });
    const [entry] = entriesIn({ config }, of({ name: 'Élodie Weiß' }));
    expect(entry).toMatchObject({ partyName: 'ÉLODIE WEISS', label: 'Vente 1043 ÉLODIE WEISS' });
  });
});
