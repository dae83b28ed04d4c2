import type { Query } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/**
 * True of a query that an open screen still shows although the server has stopped answering. One that has nothing to
 * show is not meant: its screen says so itself.
 */
export function isLeftStale(query: Query): boolean {
  const { error, data } = query.state;
  return error instanceof ApiProblem && error.status === 0 && data !== undefined && query.getObserversCount() > 0;
}
