import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { runStatusSchema } from '../outcome.ts';
import { ABOUTS, CATCH_UPS, OVERLAPS, planSchema, recurrenceSchema } from '../recurrence.ts';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema, pageOf, pageQuery } from './shared.ts';

/** How many of the next instants are shown before a schedule is saved. */
export const PREVIEW_SLOTS = 20;

export const scheduleSettingsSchema = planSchema.extend({
  /** What people call it; may be empty, the flow's name then says enough. */
  name: z.string().trim().max(80),
  overlap: z.enum(OVERLAPS),
  catchUp: z.enum(CATCH_UPS),
  about: z.enum(ABOUTS),
});
export type ScheduleSettings = z.infer<typeof scheduleSettingsSchema>;

const scheduledRunSchema = z.object({ id: z.uuid(), status: runStatusSchema, at: z.iso.datetime() });

export const scheduleSchema = scheduleSettingsSchema.extend({
  id: z.uuid(),
  flow: z.object({
    id: z.uuid(),
    name: z.string(),
    /** Off, or without a published version, its slots are skipped. */
    isOn: z.boolean(),
    isPublished: z.boolean(),
  }),
  recurrence: recurrenceSchema,
  /** RFC 5545: DTSTART and RRULE. Holidays and the repetition within the day stand in the recurrence only. */
  rule: z.string(),
  paused: z.boolean(),
  nextAt: z.iso.datetime().nullable(),
  lastRun: scheduledRunSchema.nullable(),
  /** Unfinished runs that it started, a review that is open left aside. */
  running: z.int(),
  /** Slots whose turn comes when such a run ends. */
  waiting: z.int(),
  /** To be named by a change: 409 when somebody else was faster. */
  updatedAt: z.iso.datetime(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const slotSchema = z.object({
  at: z.iso.datetime(),
  status: z.enum(['waiting', 'started', 'skipped']),
  /** Why it started nothing, or what it waits for. */
  reason: messageSchema.nullable(),
  run: z.object({ id: z.uuid(), status: runStatusSchema }).nullable(),
});
export type ScheduleSlot = z.infer<typeof slotSchema>;

export const plannedSlotSchema = z.object({
  at: z.iso.datetime(),
  /**
   * Where the clocks are changed: "gap" when the planned time does not exist and the first instant after the gap takes
   * its place; "first" or "second" when the local time comes twice.
   */
  clock: z.enum(['gap', 'first', 'second']).nullable(),
  /** The day that the rule meant, when a public holiday moved it. */
  movedFrom: z.iso.date().nullable(),
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
});
export type PlannedSlot = z.infer<typeof plannedSlotSchema>;

export const scheduleEndpoints = {
  listSchedules: endpoint({
    method: 'get',
    path: '/schedules',
    summary: 'Schedules of all flows, the next one to start first',
    role: 'viewer',
    query: z.object({
      flow: z.uuid().optional(),
      state: z.enum(['active', 'paused', 'running']).optional(),
      /** Part of the name of the schedule or of its flow. */
      search: z.string().max(100).optional(),
    }),
    response: z.object({ items: z.array(scheduleSchema) }),
  }),
  getSchedule: endpoint({
    method: 'get',
    path: '/schedules/{id}',
    summary: 'One schedule',
    role: 'viewer',
    params: idParam,
    response: scheduleSchema,
  }),
  createSchedule: endpoint({
    method: 'post',
    path: '/schedules',
    summary: 'A new schedule of a flow; a flow has any number of them',
    role: 'editor',
    body: scheduleSettingsSchema.extend({ flow: z.uuid() }),
    response: scheduleSchema,
  }),
  changeSchedule: endpoint({
    method: 'put',
    path: '/schedules/{id}',
    summary: 'Change a schedule; slots that are due already are decided as it was',
    role: 'editor',
    params: idParam,
    body: scheduleSettingsSchema.extend({ updatedAt: z.iso.datetime() }),
    response: scheduleSchema,
  }),
  pauseSchedule: endpoint({
    method: 'post',
    path: '/schedules/{id}/pause',
    summary: 'Start nothing more until it is resumed; waiting slots are skipped',
    role: 'editor',
    params: idParam,
    response: scheduleSchema,
  }),
  resumeSchedule: endpoint({
    method: 'post',
    path: '/schedules/{id}/resume',
    summary: 'Go on with the next instant from now; what passed meanwhile is not made up for',
    role: 'editor',
    params: idParam,
    response: scheduleSchema,
  }),
  runSchedule: endpoint({
    method: 'post',
    path: '/schedules/{id}/run',
    summary: 'Start a run now, about the days that a slot of this instant would be about',
    role: 'editor',
    params: idParam,
    response: z.object({ runId: z.uuid() }),
  }),
  deleteSchedule: endpoint({
    method: 'delete',
    path: '/schedules/{id}',
    summary: 'Delete a schedule with its slots; runs that it started stay',
    role: 'editor',
    params: idParam,
    response: okSchema,
  }),
  previewSchedule: endpoint({
    method: 'post',
    path: '/schedules/preview',
    summary: 'The rule and the next instants of a schedule that is not saved',
    role: 'viewer',
    body: planSchema.extend({ about: z.enum(ABOUTS) }),
    response: z.object({ rule: z.string(), slots: z.array(plannedSlotSchema) }),
  }),
  listScheduleSlots: endpoint({
    method: 'get',
    path: '/schedules/{id}/slots',
    summary: 'What became of the slots of a schedule, latest first',
    role: 'viewer',
    params: idParam,
    query: pageQuery,
    response: pageOf(slotSchema),
  }),
};
