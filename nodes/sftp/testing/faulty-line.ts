import { connect, createServer, type Socket } from 'node:net';

/** A line between client and server that can go dead or break in the middle. */
export interface FaultyLine {
  readonly port: number;
  /** Number of connections made over it. */
  readonly connections: () => number;
  /**
   * Lets the next connection pass so many bytes from the client and then nothing more, without closing anything.
   * Resolves when it came to that.
   */
  readonly stallNext: (bytes: number) => Promise<void>;
  /** Closes the next connection after so many bytes from the client. */
  readonly cutNext: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Fault {
  readonly bytes: number;
  readonly strike: (client: Socket) => void;
}

function join(client: Socket, remote: Socket, fault: Fault | null): void {
  let passed = 0;
  client.on('data', (chunk) => {
    remote.write(chunk);
    passed += chunk.length;
    if (fault && passed >= fault.bytes) fault.strike(client);
  });
  remote.pipe(client);
  remote.on('close', () => client.destroy());
  client.on('close', () => remote.destroy());
}

export async function startFaultyLine(target: number): Promise<FaultyLine> {
  const sockets = new Set<Socket>();
  let next: Fault | null = null;
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const remote = connect(target, '127.0.0.1');
    for (const socket of [client, remote]) sockets.add(socket.on('error', () => socket.destroy()));
    join(client, remote, next);
    next = null;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given out');
  const arm = (bytes: number, act: (client: Socket) => void) =>
    new Promise<void>((resolve) => {
      const strike = (client: Socket) => {
        act(client);
        resolve();
      };
      next = { bytes, strike };
    });
  return {
    port: address.port,
    connections: () => connections,
    stallNext: (bytes) => arm(bytes, (client) => client.pause()),
    cutNext: (bytes) => arm(bytes, (client) => client.destroy()),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
