import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '#schemas/localised.ts';

const STORAGE_KEY = 'passerelle.language';

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The language chosen here before, else the first one of the browser that we speak, else English. */
export function detectLanguage(
  stored: string | null = localStorage.getItem(STORAGE_KEY),
  preferred: readonly string[] = navigator.languages,
): Language {
  if (isLanguage(stored)) return stored;
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function toLanguage(tag: string): Language {
  return isLanguage(tag) ? tag : 'en';
}

/** True when the reader picked a language in this browser, so that the account's own must not override it. */
export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(STORAGE_KEY));
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, language);
  await i18next.changeLanguage(language);
}

/** Texts stand beside their screens and are added when first used (useTexts); single braces as in schemas/messages.ts. */
export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: detectLanguage(),
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    react: { useSuspense: false },
  });
}
