import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeJsonFault } from './json-fault.ts';

function faultOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return describeJsonFault(text, error);
  }
}

it.each([
  ['{"shop":\n {"url": "x",\n  "consumerSecret": cs_canary_4711\n}}', 'line 3'],
  ['{"shop":\n {"consumerSecret": "cs_canary_4711\n}}', 'line 2'],
  ['{"shop":\n {"consumerSecret": "cs_canary_4711"\n', 'line 3'],
  ['cs_canary_4711', 'line 1'],
  ['', 'line 1'],
])('names the line of %j and quotes nothing', (text, line) => {
  expect(faultOf(text)).toBe(line);
});

it('never quotes the text, whatever is wrong with it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(faultOf(`${before}cs_canary${after}`) ?? 'line 1').toMatch(/^line \d+$/);
    }),
  );
});
