import { bookEndpoints as endpoints } from '#schemas/api/books.ts';
import { countBooks, listBooks } from '../../books-comparison/list-books.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveBooks(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.countBooks, ({ caller, params, query }) => countBooks(deps, caller, params.id, query));
  implement(room, endpoints.listBooks, ({ caller, params, query }) => listBooks(deps, caller, params.id, query));
}
