import { replayEndpoints as endpoints } from '#schemas/api/replays.ts';
import { countComparison, listComparison, readReplay } from '../../replays/read-comparison.ts';
import { replayRun } from '../../replays/start-replay.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveReplays(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.replayRun, ({ caller, params, body }) => replayRun(deps, caller, params.id, body));
  implement(room, endpoints.getReplay, ({ caller, params }) => readReplay(deps, caller, params.id));
  implement(room, endpoints.countComparison, ({ caller, params, query }) =>
    countComparison(deps, caller, params.id, query),
  );
  implement(room, endpoints.listComparison, ({ caller, params, query }) =>
    listComparison(deps, caller, params.id, query),
  );
}
