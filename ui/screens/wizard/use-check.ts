import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Period } from '#schemas/period.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import type { Wizard } from './use-wizard.ts';
import { answersKey } from './wizard-state.ts';

/** Deletes the former clone; one that somebody already deleted is as good as gone. */
async function deleteClone(flowId: string): Promise<void> {
  try {
    await call(endpoints.deleteFlow, { params: { id: flowId } });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
  }
}

/** Whether a flow still stands and bears this name; renames it when it bears another. */
async function reuseClone(flowId: string, name: string): Promise<boolean> {
  try {
    const flow = await call(endpoints.getFlow, { params: { id: flowId } });
    if (flow.name !== name) await call(endpoints.renameFlow, { params: { id: flowId }, body: { name } });
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return false;
    throw error;
  }
}

/**
 * Clones the template with the answers given and starts a dry run of the clone. A clone made from the same answers is
 * used again; one made from others is deleted first, so that checking twice never leaves two flows.
 */
export function useCheck(template: string, { state, update }: Wizard) {
  const client = useQueryClient();

  const cloneFor = async (): Promise<string> => {
    const { connections, settings, clone } = state;
    const name = state.name.trim();
    const madeFrom = answersKey(state);
    if (clone?.madeFrom === madeFrom && (await reuseClone(clone.flowId, name))) return clone.flowId;
    if (clone) {
      await deleteClone(clone.flowId);
      update({ clone: null, runId: null });
    }
    const made = await call(endpoints.cloneTemplate, { body: { template, name, connections, settings } });
    update({ clone: { flowId: made.id, madeFrom } });
    return made.id;
  };

  return useMutation({
    mutationFn: async (period: Period | null) => {
      update({ runId: null });
      const flowId = await cloneFor();
      const run = await call(endpoints.startRun, { params: { id: flowId }, body: { mode: 'dry', period } });
      update({ runId: run.id });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['flows'] }),
        client.invalidateQueries({ queryKey: ['connections'] }),
        client.invalidateQueries({ queryKey: ['runs'] }),
      ]),
  });
}
