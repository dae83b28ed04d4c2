import { useEffect, useState } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { forgetWizard, keepWizard, restoreWizard, type WizardState } from './wizard-state.ts';

export interface Wizard {
  readonly state: WizardState;
  readonly update: (change: Partial<WizardState>) => void;
  /** Ends the wizard: its flow now belongs to the user. */
  readonly release: () => void;
}

/** Answers and progress of one template's wizard, kept for this browser tab. */
export function useWizard(template: TemplateInfo): Wizard {
  const language = useLanguage();
  const [isReleased, setReleased] = useState(false);
  const [state, setState] = useState<WizardState>(
    () =>
      restoreWizard(template.id) ?? {
        step: 0,
        connections: {},
        settings: {},
        name: template.title[language],
        clone: null,
        runId: null,
      },
  );
  useEffect(() => {
    if (!isReleased) keepWizard(template.id, state);
  }, [template.id, state, isReleased]);
  return {
    state,
    update: (change) => setState((before) => ({ ...before, ...change })),
    release: () => {
      setReleased(true);
      forgetWizard(template.id);
    },
  };
}
