import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it('turns every kind of line break into the one that formats replace', () => {
  expect(cleanText('a\r\nb\rc\u0085d\u2028e\u2029f\vg', { '\n': '/' })).toBe('a/b/c/d/e/f/g');
});

it('writes other control characters as spaces and composes accents', () => {
  expect(cleanText('a\u0000b\u009bc e\u0301', {})).toBe('a b c é');
});
