import i18next from 'i18next';
import { useEffect } from 'react';
import { useSession } from '#ui/api/session.ts';
import { hasChosenLanguage } from '#ui/i18n/setup.ts';

/** In a browser where no language was chosen yet, the account's own goes before the browser's. */
export function useAccountLanguage(): void {
  const language = useSession()?.user?.language;
  useEffect(() => {
    if (language && !hasChosenLanguage()) i18next.changeLanguage(language).catch(() => undefined);
  }, [language]);
}
