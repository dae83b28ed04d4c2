import { connect, createServer, type Socket } from 'node:net';

/** A line between client and server that goes dead in the middle. */
export interface StallingProxy {
  readonly port: number;
  /** Resolves when so much has been sent that the line was stopped. */
  readonly stalled: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Passes on the first bytes that the client sends and then nothing more, without closing anything. */
export async function startStallingProxy(target: number, bytes: number): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  let stall: () => void = () => undefined;
  const stalled = new Promise<void>((resolve) => {
    stall = resolve;
  });
  const server = createServer((client) => {
    const remote = connect(target, '127.0.0.1');
    let passed = 0;
    for (const socket of [client, remote]) sockets.add(socket.on('error', () => socket.destroy()));
    client.on('data', (chunk) => {
      remote.write(chunk);
      passed += chunk.length;
      if (passed < bytes) return;
      client.pause();
      stall();
    });
    remote.pipe(client);
    remote.on('close', () => client.destroy());
    client.on('close', () => remote.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given out');
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port: address.port, stalled, close };
}
