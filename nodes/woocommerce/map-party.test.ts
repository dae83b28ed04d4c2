import { describe, expect, test } from 'vitest';
import { mapBuyer, vatExemptOf, vatNumberOf } from './map-party.ts';
import { orderSchema } from './records.ts';
import { recordedCase } from './testing/shop-data.ts';
import { plainText } from './text.ts';

const meta = (values: Record<string, unknown>) => Object.entries(values).map(([key, value]) => ({ key, value }));

describe('the VAT number', () => {
  test.each([
    [{ _billing_vat_number: ' be 0123.456-749 ' }, 'BE0123456749'],
    [{ _billing_vat_number: '', _vat_number: 'FR40303265045' }, 'FR40303265045'],
    [{ '_wc_billing/shop/vat_id': 'NL001234567B01' }, 'NL001234567B01'],
    [{ _billing_vat_number: ['x'], other: 'BE1' }, null],
  ])('in %j is %s', (values, expected) => {
    expect(vatNumberOf(meta(values), [])).toBe(expected);
  });

  test('is looked for in the user’s own fields first', () => {
    expect(vatNumberOf(meta({ _vat_number: 'A1', my_vat: 'B2' }), ['my_vat'])).toBe('B2');
  });
});

test('exemption is what the shop says, and unknown when it says nothing', () => {
  expect([{ is_vat_exempt: 'yes' }, { is_vat_exempt: 'no' }, {}].map((values) => vatExemptOf(meta(values)))).toEqual([
    true,
    false,
    null,
  ]);
});

describe('the buyer', () => {
  const { order } = recordedCase('prices-incl__nl-oss');
  const buyerOf = (billing: unknown, more: object = {}) =>
    mapBuyer(orderSchema.parse({ ...order, ...more, billing, shipping: { country: '' } }), []);

  test('has a name as people read it', () => {
    expect(buyerOf({ first_name: 'Zo&euml;', last_name: 'D&#8217;Hoore &amp; co' }).name).toBe('Zo&euml; D’Hoore & co');
  });

  test('is called by the company when no person is named', () => {
    expect(buyerOf({ company: 'Teekontor GmbH', country: 'de' })).toMatchObject({
      name: 'Teekontor GmbH',
      company: 'Teekontor GmbH',
      billing: { country: 'DE' },
      delivery: null,
    });
  });

  test('has no id as a guest, and one as a customer', () => {
    expect(buyerOf({}).id).toBeNull();
    expect(buyerOf({}, { customer_id: 12 }).id).toBe('12');
  });
});

test.each([
  ['Boîte &ndash; 3&nbsp;thés', 'Boîte – 3 thés'],
  ['a &unknown; b', 'a &unknown; b'],
  ['&#128523; &#x41;', '😋 A'],
])('the text %s is shown as %s', (text, shown) => {
  expect(plainText(text)).toBe(shown);
});
