import { Button, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { Language } from '#schemas/localised.ts';
import { call } from '#ui/api/client.ts';
import { useSession } from '#ui/api/session.ts';
import { chooseLanguage } from '#ui/i18n/setup.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './texts.ts';

const NAMES: readonly (readonly [Language, string])[] = [
  ['fr', 'Français'],
  ['nl', 'Nederlands'],
  ['en', 'English'],
];

export function LanguageSwitch() {
  const t = useTexts(shellTexts);
  const current = useLanguage();
  const client = useQueryClient();
  const isSignedIn = Boolean(useSession()?.user);

  const choose = async (language: Language) => {
    await chooseLanguage(language);
    if (!isSignedIn) return;
    // The browser already remembers the choice; the account follows when the server can be reached.
    await call(endpoints.setLanguage, { body: { language } }).catch(() => undefined);
    await client.invalidateQueries({ queryKey: ['session'] });
  };

  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px={8}
          aria-label={`${t('language')}: ${current.toUpperCase()}`}
        >
          {current.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {NAMES.map(([language, name]) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => choose(language)}
            rightSection={language === current ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
