import type { BookedState } from '#schemas/api/books.ts';

export const STATE_COLOURS: Readonly<Record<BookedState, string>> = {
  add: 'petrol',
  identical: 'gray',
  differs: 'orange',
  gone: 'red',
  stopped: 'yellow',
  'left-out': 'gray',
};
