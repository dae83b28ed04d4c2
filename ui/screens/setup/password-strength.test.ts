import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['short', 0],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
  ['azertyuiop', 1],
  ['Azertyuiop12', 2],
  ['correct horse battery staple', 3],
] as const)('%s is of strength %i', (password, strength) => expect(passwordStrength(password)).toBe(strength));
