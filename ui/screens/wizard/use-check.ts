import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Period } from '#schemas/period.ts';
import { call } from '#ui/api/client.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { type CloneCalls, cloneOnce } from './clone-once.ts';
import type { Wizard } from './use-wizard.ts';
import type { WizardState } from './wizard-state.ts';

/** The answer of a call, or null when its object is gone. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

function cloneCalls(template: string, { connections, settings }: WizardState): CloneCalls {
  return {
    nameOf: async (id) => (await unlessGone(call(endpoints.getFlow, { params: { id } })))?.name ?? null,
    rename: async (id, name) => {
      await call(endpoints.renameFlow, { params: { id }, body: { name } });
    },
    remove: async (id) => {
      await unlessGone(call(endpoints.deleteFlow, { params: { id } }));
    },
    clone: async (name) =>
      (await call(endpoints.cloneTemplate, { body: { template, name, connections, settings } })).id,
  };
}

/** Clones the template with the answers given, unless that was done already, and starts a dry run of the clone. */
export function useCheck(template: string, { state, update }: Wizard) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (period: Period | null) => {
      update({ runId: null });
      const clone = await cloneOnce(state, cloneCalls(template, state), () => update({ clone: null }));
      update({ clone });
      const run = await call(endpoints.startRun, { params: { id: clone.flowId }, body: { mode: 'dry', period } });
      update({ runId: run.id });
    },
    onSettled: () =>
      Promise.all(
        ['flows', 'connections', 'runs'].map((resource) => client.invalidateQueries({ queryKey: [resource] })),
      ),
  });
}
