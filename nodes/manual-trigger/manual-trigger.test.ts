import { expect, test } from 'vitest';
import { checkConfig } from '#nodes/kit/config.ts';
import { registryOf } from '#nodes/kit/registry.ts';
import { connector } from './index.ts';

test('the manual trigger needs no settings, takes none, and has no ports', () => {
  const type = registryOf([connector]).nodeTypes.get('manual-trigger');
  if (!type) throw new Error('the connector does not declare manual-trigger');
  expect(type).toMatchObject({ kind: 'trigger', inputs: [], outputs: [] });
  expect(checkConfig(type, {})).toEqual({});
  expect(() => checkConfig(type, { at: '08:00' })).toThrow('The setting “at” does not exist in manual-trigger.');
});
