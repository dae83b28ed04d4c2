import { useTranslation } from 'react-i18next';
import type { Language } from '#schemas/localised.ts';
import { toLanguage } from './setup.ts';

/** The reader's language; renders again when it changes. */
export function useLanguage(): Language {
  return toLanguage(useTranslation().i18n.language);
}
