import { scheduleEndpoints as endpoints } from '#schemas/api/schedules.ts';
import {
  changeSchedule,
  createSchedule,
  deleteSchedule,
  pauseSchedule,
  resumeSchedule,
  runScheduleNow,
} from '../../schedules/change-schedule.ts';
import { listSchedules, readSchedule } from '../../schedules/list-schedules.ts';
import { listSlots } from '../../schedules/list-slots.ts';
import { previewSchedule } from '../../schedules/preview-schedule.ts';
import { type ApiRoom, DONE, implement } from '../implement.ts';

function serveReading(room: ApiRoom): void {
  const { db } = room.deps;
  implement(room, endpoints.listSchedules, async ({ caller, query }) => ({
    items: await listSchedules(db, caller, query),
  }));
  implement(room, endpoints.getSchedule, ({ caller, params }) => readSchedule(db, caller, params.id));
  implement(room, endpoints.listScheduleSlots, ({ caller, params, query }) => listSlots(db, caller, params.id, query));
  implement(room, endpoints.previewSchedule, async ({ body }) => previewSchedule(body, body.about, new Date()));
}

export function serveSchedules(room: ApiRoom): void {
  const { deps } = room;
  serveReading(room);
  implement(room, endpoints.createSchedule, async ({ caller, body }) => {
    const { flow, ...settings } = body;
    return readSchedule(deps.db, caller, await createSchedule(deps.db, caller, flow, settings));
  });
  implement(room, endpoints.changeSchedule, async ({ caller, params, body }) => {
    await changeSchedule(deps, caller, params.id, body);
    return readSchedule(deps.db, caller, params.id);
  });
  implement(room, endpoints.pauseSchedule, async ({ caller, params }) => {
    await pauseSchedule(deps, caller, params.id);
    return readSchedule(deps.db, caller, params.id);
  });
  implement(room, endpoints.resumeSchedule, async ({ caller, params }) => {
    await resumeSchedule(deps, caller, params.id);
    return readSchedule(deps.db, caller, params.id);
  });
  implement(room, endpoints.runSchedule, async ({ caller, params }) => ({
    runId: await runScheduleNow(deps, caller, params.id),
  }));
  implement(room, endpoints.deleteSchedule, async ({ caller, params }) => {
    await deleteSchedule(deps, caller, params.id);
    return DONE;
  });
}
