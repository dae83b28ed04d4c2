import { postingEndpoints as endpoints } from '#schemas/api/postings.ts';
import { decideUncertain } from '../../postings/decide-uncertain.ts';
import { listPostings, listPostingTargets, sumPostings } from '../../postings/list-postings.ts';
import { listResets } from '../../postings/list-resets.ts';
import { countUncertain, listUncertain } from '../../postings/list-uncertain.ts';
import { previewReset } from '../../postings/preview-reset.ts';
import { readPosting } from '../../postings/read-posting.ts';
import { resetPostings } from '../../postings/reset-postings.ts';
import { type ApiRoom, implement } from '../implement.ts';

function serveDeciding(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listUncertain, ({ caller, query }) => listUncertain(db, caller, query));
  implement(room, endpoints.countUncertain, ({ caller }) => countUncertain(db, caller));
  implement(room, endpoints.decideUncertain, ({ caller, body }) => decideUncertain(db, caller, body));
  implement(room, endpoints.listPostingResets, ({ caller, query }) => listResets(db, caller, query));
  implement(room, endpoints.previewReset, ({ caller, body }) => previewReset(db, caller, body.scope));
  implement(room, endpoints.resetPostings, ({ caller, body }) => resetPostings(db, caller, body));
}

export function servePostings(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listPostings, ({ caller, query }) => listPostings(db, caller, query));
  implement(room, endpoints.sumPostings, ({ caller, query }) => sumPostings(db, caller, query));
  implement(room, endpoints.listPostingTargets, ({ caller }) => listPostingTargets(db, caller));
  serveDeciding(room);
  // Last, or its {id} would take the words above for one.
  implement(room, endpoints.getPosting, ({ caller, params }) => readPosting(db, caller, params.id));
}
