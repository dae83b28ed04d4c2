import type { WizardState } from './wizard-state.ts';
import { answersKey } from './wizard-state.ts';

type Clone = NonNullable<WizardState['clone']>;

/** What the server does for the wizard. */
export interface CloneCalls {
  /** The name of a flow, or null when it is gone. */
  readonly nameOf: (flowId: string) => Promise<string | null>;
  readonly rename: (flowId: string, name: string) => Promise<void>;
  /** Deletes a flow; one that is gone already is no error. */
  readonly remove: (flowId: string) => Promise<void>;
  /** Clones the template and returns the id of the new flow. */
  readonly clone: (name: string) => Promise<string>;
}

type Answers = Pick<WizardState, 'connections' | 'settings' | 'name' | 'clone'>;

/**
 * Gives the one flow that stands for the answers. A clone made from the same answers is used again, under its present
 * name; one made from others is deleted before the next is made, so that no check ever leaves two flows.
 *
 * @param onGone called once the former clone is deleted, before the new one exists
 */
export async function cloneOnce(answers: Answers, calls: CloneCalls, onGone: () => void): Promise<Clone> {
  const name = answers.name.trim();
  const madeFrom = answersKey(answers);
  const former = answers.clone;
  if (former?.madeFrom === madeFrom) {
    const known = await calls.nameOf(former.flowId);
    if (known !== null && known !== name) await calls.rename(former.flowId, name);
    if (known !== null) return former;
  } else if (former) {
    await calls.remove(former.flowId);
  }
  if (former) onGone();
  return { flowId: await calls.clone(name), madeFrom };
}
