import { expect, it } from 'vitest';
import { RemoteDownError } from '#schemas/errors.ts';
import { limitMessages } from '../limits/limit-messages.ts';
import { awayCodeOf } from './database-away.ts';
import { outlastDatabase } from './outlast.ts';

const logger = { warn: () => undefined } as never;
const withCode = (code: string) => Object.assign(new Error('broken'), { code });
const never = new AbortController().signal;

it.each(['08006', '53100', '57P01', '57P03', '58030', '40001', '40P01', '55P03', 'CONNECTION_CLOSED', 'ECONNREFUSED'])(
  'knows %s as a database that cannot work for the moment, also as the cause of another error',
  (code) => {
    expect(awayCodeOf(withCode(code))).toBe(code);
    expect(awayCodeOf(new Error('query failed', { cause: withCode(code) }))).toBe(code);
  },
);

it.each(['22003', '23505', '42P01', 'ERR_ASSERTION', ''])('does not take %s for one', (code) => {
  expect(awayCodeOf(withCode(code))).toBeNull();
});

it('does the work again until the database lets it', async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 3) throw withCode('57P03');
    return 'done';
  };
  expect(await outlastDatabase(work, never, logger)).toBe('done');
  expect(tries).toBe(3);
});

it('passes on at once what another try would not mend, and a remote system that cannot be reached', async () => {
  const faults = [
    withCode('23505'),
    new RemoteDownError(limitMessages.build.closed(), { cause: withCode('ECONNREFUSED') }),
  ];
  for (const fault of faults) {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(fault);
    };
    await expect(outlastDatabase(work, never, logger)).rejects.toBe(fault);
    expect(tries).toBe(1);
  }
});

it('stops waiting when it is told to', async () => {
  const stop = new AbortController();
  const waiting = outlastDatabase(() => Promise.reject(withCode('53100')), stop.signal, logger);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: '53100' });
});
