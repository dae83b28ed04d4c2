import { describe, expect, test } from 'vitest';
import { findConnectorProblems } from '#nodes/kit/conformance.ts';
import { findMissingRightProblems } from '#nodes/kit/conformance-rights.ts';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import { connectionType, emporium, startInstallation } from './fake-installation.ts';

const declared = (change: Partial<ConnectionType>) =>
  findConnectorProblems('emporium', emporium(change), new Set(['emporium']));
const source = emporium().nodeTypes[0] as SourceNodeType;
const tried = (change: Partial<ConnectionType> = {}) =>
  findMissingRightProblems({
    type: { ...connectionType, ...change },
    source,
    config: { shops: [] },
    startFake: startInstallation,
  });
const WRITE = { id: 'write_orders', access: 'write' as const };

describe('AT-091 F-11 AT-070 HD-02 a connector that asks for rights', () => {
  test('is let through with those to read what it reads', async () => {
    expect(declared({})).toEqual([]);
    expect(await tried()).toEqual([]);
  });

  test('is refused with one to change things that it never changes', () => {
    expect(declared({ rights: [...(connectionType.rights ?? []), WRITE] })).toEqual([
      'connection emporium: asks for the right "write_orders" to change things, and no node changes any',
    ]);
  });

  test('is refused when what it asks for is not enough to read', async () => {
    const rights = (connectionType.rights ?? []).slice(1);
    expect((await tried({ rights })).join('\n')).toContain('with the rights to read alone the test fails');
  });

  test('is refused when it asks for one that it does without', async () => {
    const rights = [...(connectionType.rights ?? []), { id: 'read_customers', access: 'read' as const }];
    expect(await tried({ rights })).toEqual(['the test passes without the right "read_customers"']);
  });

  test('is refused when its test does not name the one that is missing', async () => {
    const test: ConnectionType['test'] = async (context) => {
      try {
        return await connectionType.test(context);
      } catch {
        throw new Error('ERROR-ERROR');
      }
    };
    expect((await tried({ test })).join('\n')).toMatch(
      /does not name the missing right "read_orders": Error: ERROR-ERROR/,
    );
  });
});

test('F-16 BB-06 what an account may have one connection for is told apart by fields that can be compared', () => {
  expect(declared({ onlyOnePer: ['key'] })).toEqual([
    'connection emporium: "key" in onlyOnePer has to be a field, and no secret one',
  ]);
});
