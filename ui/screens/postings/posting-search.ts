import { POSTING_STATES, type PostingState } from '#schemas/api/postings.ts';

export const POSTING_VIEWS = ['list', 'uncertain', 'resets'] as const;
export type PostingView = (typeof POSTING_VIEWS)[number];

/** What the address of the screen says: a list can be linked to as it is. */
export interface PostingSearch {
  view?: PostingView;
  flow?: string;
  target?: string;
  state?: PostingState;
  from?: string;
  to?: string;
  search?: string;
  reset?: string;
  /** The posting that is open. */
  posting?: string;
}

const TEXTS = ['flow', 'target', 'from', 'to', 'search', 'reset', 'posting'] as const;

export function readPostingSearch(given: Record<string, unknown>): PostingSearch {
  const view = POSTING_VIEWS.find((known) => known === given['view']);
  const state = POSTING_STATES.find((known) => known === given['state']);
  const texts = TEXTS.flatMap((key) => {
    const value = given[key];
    // The router reads "61" in an address as a number.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  return { ...(view ? { view } : {}), ...(state ? { state } : {}), ...Object.fromEntries(texts) };
}

/** The part that the server filters by. */
export function filterOf({ view: _view, posting: _posting, ...filter }: PostingSearch) {
  return filter;
}
