import { expect, test } from 'vitest';
import { dataFaultOf } from './data-fault.ts';

function queryError(code: string, message: string): Error {
  const cause = Object.assign(new Error(message), { code });
  return new Error('Failed query: insert … params: Élodie Dupont', { cause });
}

test('a value that cannot be stored is told without the query and its parameters', () => {
  expect(dataFaultOf(queryError('22003', 'numeric field overflow'))).toBe('numeric field overflow');
});

test.each(['08006', '40P01', '57P01', 'ECONNRESET'])('%s is worth another try by the queue', (code) => {
  expect(dataFaultOf(queryError(code, 'gone'))).toBeNull();
});

test('what is no error has no fault', () => {
  expect(dataFaultOf('22003')).toBeNull();
});
