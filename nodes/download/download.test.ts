import { describe, expect, it } from 'vitest';
import type { DeliverContext } from '#nodes/kit/context.ts';
import type { DeliverItem } from '#nodes/kit/node-type.ts';
import { download } from './download.ts';

const file = {
  id: 'f1',
  name: '123456789FEC20261231.txt',
  mediaType: 'text/plain',
  charset: 'utf-8',
  size: 3,
  sha256: 'a'.repeat(64),
  entryCount: 1,
  lineCount: 2,
  totalDebit: '1.00',
  totalCredit: '1.00',
};

function deliver(envelope: DeliverItem['envelope']): Promise<{ readonly reference: string }> {
  if (download.kind !== 'deliver') throw new Error('not a delivery');
  const item = { envelope, bytes: null, idempotencyKey: 'k', again: true };
  return download.deliver({} as DeliverContext<unknown>, item);
}

describe('download', () => {
  it('answers with the name of the file, every time', async () => {
    const envelope = { key: 'f1', kind: 'file', body: file } as const;
    expect(await deliver(envelope)).toEqual({ reference: file.name });
    expect(await deliver(envelope)).toEqual({ reference: file.name });
  });

  it('refuses what is not a file', async () => {
    await expect(deliver({ key: 'f1', kind: 'payment', body: file })).rejects.toThrow('payment');
  });
});
