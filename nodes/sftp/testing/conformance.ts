import { readdir } from 'node:fs/promises';
import type { ConformanceSetup, FakeServer, Fault } from '#nodes/kit/testing.ts';
import { startFaultyLine } from './faulty-line.ts';
import { startOpenSsh } from './openssh.ts';

/** Enough for the sign-in and the first part of the file that the suite sends. */
const BYTES_BEFORE_CUT = 40_000;

/** No fake at all: OpenSSH itself, behind a line that can break. */
async function startServer(): Promise<FakeServer & { readonly folder: string }> {
  const server = await startOpenSsh();
  const line = await startFaultyLine(server.port);
  const misbehave = (fault: Fault) => {
    if (fault.kind !== 'close') throw new Error(`an SSH server has no fault "${fault.kind}" here`);
    // Nobody waits for it to strike: the delivery that it hits tells.
    void line.cutNext(BYTES_BEFORE_CUT);
  };
  return {
    folder: server.folder,
    fields: { host: '127.0.0.1', port: line.port, username: server.username, hostKey: server.fingerprint },
    secrets: { privateKey: server.privateKey },
    misbehave,
    calls: line.connections,
    close: async () => {
      await line.close();
      await server.close();
    },
  };
}

/** Files under the delivery’s name or its numbered variants; unfinished ones are hidden and do not count. */
async function countDelivered(fake: FakeServer, name: string): Promise<number> {
  const folder = 'folder' in fake && typeof fake.folder === 'string' ? fake.folder : '';
  const stem = name.slice(0, name.lastIndexOf('.'));
  return (await readdir(folder)).filter((found) => found.startsWith(stem)).length;
}

export const conformance: ConformanceSetup = {
  startFake: startServer,
  deliveries: [
    { nodeType: 'sftp', config: {}, countDelivered },
    { nodeType: 'sftp', config: { onConflict: 'rename' }, countDelivered },
    { nodeType: 'sftp', config: { onConflict: 'overwrite' }, countDelivered },
  ],
};
