import { expect, test } from 'vitest';
import { matcher } from './wildcard.ts';

test.each([
  ['stripe*', 'Stripe_Bancontact', true],
  ['stripe', 'stripe_ideal', false],
  ['*bancontact*', 'mollie_wc_gateway_bancontact', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'acb', false],
  ['aa*aa', 'aaa', false],
  ['*', '', true],
  ['chèque cadeau*', 'CHÈQUE CADEAU 50 €', true],
  ['a.c', 'abc', false],
])('%s against %s: %s', (pattern, text, expected) => {
  expect(matcher(pattern)(text)).toBe(expected);
});
