import { followEndpoints as endpoints } from '#schemas/api/follows.ts';
import { deleteFollow, listFollows, saveFollow } from '../../follows/follows.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

export function serveFollows(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listFollows, ({ caller, params }) => listFollows(db, caller, params.id));
  implement(room, endpoints.saveFollow, ({ caller, params, body }) => saveFollow(db, caller, params.id, body));
  implement(room, endpoints.deleteFollow, async ({ caller, params }) => {
    await deleteFollow(db, caller, params.id, params.follow);
    return DONE;
  });
}
