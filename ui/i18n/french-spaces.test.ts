import { expect, test } from 'vitest';
import { keepFrenchSpaces } from './french-spaces.ts';

test('punctuation never starts a line', () => {
  expect(keepFrenchSpaces('Supprimer « Ventes » ? TVA 20 % : non ; 3 écritures')).toBe(
    'Supprimer «\u00a0Ventes\u00a0»\u00a0? TVA 20\u00a0%\u00a0: non\u00a0; 3 écritures',
  );
});
