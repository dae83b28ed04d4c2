import { z } from 'zod';
import { canonicalJson } from '#schemas/canonical-json.ts';

/** What the wizard keeps while it goes on; no secret stands in it, connections are named by id. */
const wizardStateSchema = z.object({
  step: z.int().min(0).max(2),
  /** Connection id by slot. */
  connections: z.record(z.string(), z.string()),
  settings: z.record(z.string(), z.unknown()),
  name: z.string(),
  /** The flow that the last check cloned, what it was cloned from, and its dry run. */
  clone: z.object({ flowId: z.string(), madeFrom: z.string() }).nullable(),
  runId: z.string().nullable(),
});
export type WizardState = z.infer<typeof wizardStateSchema>;

/** What a clone depends on: the same answers give the same flow, so a check after no change makes none anew. */
export function answersKey({ connections, settings }: Pick<WizardState, 'connections' | 'settings'>): string {
  return canonicalJson({ connections, settings });
}

function storageKey(template: string): string {
  return `passerelle.wizard.${template}`;
}

/** The state of this tab, so that a reload neither loses the answers nor leaves a forgotten clone behind. */
export function restoreWizard(template: string): WizardState | null {
  try {
    return wizardStateSchema.safeParse(JSON.parse(sessionStorage.getItem(storageKey(template)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function keepWizard(template: string, state: WizardState): void {
  sessionStorage.setItem(storageKey(template), JSON.stringify(state));
}

/** Once the flow is in use, the wizard lets go of it: it may never delete a flow that works for somebody. */
export function forgetWizard(template: string): void {
  sessionStorage.removeItem(storageKey(template));
}
