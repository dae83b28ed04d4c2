import { expect, test } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { connector } from './index.ts';

test('a review takes journal entries in and lets journal entries out', () => {
  const type = registryOf([connector]).nodeTypes.get('review');
  if (!type) throw new Error('the connector does not declare review');
  expect(type).toMatchObject({
    kind: 'review',
    inputs: [{ id: 'entries', kind: 'journal-entry' }],
    outputs: [{ id: 'confirmed', kind: 'journal-entry' }],
  });
  expect(checkConfig(type, {})).toEqual({ instructions: '' });
  expect(() => checkConfig(type, { instructions: 'x'.repeat(2001) })).toThrow('outside its limits');
});
