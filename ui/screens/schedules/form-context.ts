import type { Translate } from '#ui/i18n/use-texts.ts';
import type { Draft } from './draft.ts';
import type { scheduleFormTexts } from './form-texts.ts';

/** What every part of the form is given. */
export interface FormPart {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  /** The text under a field that is empty; false for one that is not, and before the person tried to save. */
  readonly errorOf: (field: keyof Draft) => string | false;
  readonly t: Translate<typeof scheduleFormTexts>;
}
