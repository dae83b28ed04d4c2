import { runEndpoints as endpoints } from '#schemas/api/runs.ts';
import { listRunEntries } from '../../entries/list-entries.ts';
import { sumRunEntries } from '../../entries/sum-entries.ts';
import { cancelByHand, resumeByHand, startByHand } from '../../runs/control-run.ts';
import { listRuns } from '../../runs/list-runs.ts';
import { readRun } from '../../runs/read-run.ts';
import { confirmReview, readReview, tickEntries } from '../../runs/review.ts';
import { listRunDocuments, readRunDocument } from '../../runs/run-documents.ts';
import { listRunLogs } from '../../runs/run-logs.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

function serveReading(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listRuns, ({ caller, query }) => listRuns(db, caller, query));
  implement(room, endpoints.getRun, ({ caller, params }) => readRun(db, caller, params.id));
  implement(room, endpoints.listRunDocuments, ({ caller, params, query }) =>
    listRunDocuments(db, caller, params.id, query),
  );
  implement(room, endpoints.getRunDocument, ({ caller, params }) =>
    readRunDocument(db, caller, params.id, params.document),
  );
  implement(room, endpoints.listRunLogs, ({ caller, params, query }) => listRunLogs(db, caller, params.id, query));
  implement(room, endpoints.listRunEntries, ({ caller, params, query }) =>
    listRunEntries(db, caller, params.id, query),
  );
  implement(room, endpoints.sumRunEntries, ({ caller, params, query }) => sumRunEntries(db, caller, params.id, query));
}

function serveControl(room: ApiRoom): void {
  const { deps } = room;
  implement(room, endpoints.startRun, ({ caller, params, body }) => startByHand(deps, caller, params.id, body));
  implement(room, endpoints.cancelRun, async ({ caller, params }) => {
    await cancelByHand(deps.db, caller, params.id);
    return DONE;
  });
  implement(room, endpoints.resumeRun, async ({ caller, params }) => {
    await resumeByHand(deps.db, caller, params.id);
    return DONE;
  });
}

function serveReview(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.getReview, ({ caller, params }) => readReview(db, caller, params.id));
  implement(room, endpoints.tickEntries, ({ caller, params, body }) => tickEntries(db, caller, params.id, body));
  implement(room, endpoints.confirmReview, async ({ caller, params, body }) => {
    await confirmReview(db, caller, params.id, body.hash);
    return DONE;
  });
}

export function serveRuns(room: ApiRoom): void {
  serveReading(room);
  serveControl(room);
  serveReview(room);
}
