import { Button, Menu } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import type { ConnectionTypeInfo } from '#schemas/api/catalogue.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConnectionIcon } from '#ui/components/type-icon.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';

export function NewConnectionMenu({ onChoose }: { onChoose: (type: ConnectionTypeInfo) => void }) {
  const t = useTexts(connectionsTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { connectionTypes } = useCatalogue();
  const demos = connectionTypes.filter((type) => type.hasDemo);
  const demo = useApiMutation('createDemoConnection', ['connections']);
  const startDemo = (type: string) =>
    demo.mutate(
      { body: { type, language } },
      {
        onSuccess: ({ name }) => toasts.done(t('demoStarted', { name })),
        onError: (error) => toasts.failed(t('demoFailed'), error),
      },
    );
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />} loading={demo.isPending}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('systems')}</Menu.Label>
        {connectionTypes.map((type) => (
          <Menu.Item
            key={type.id}
            leftSection={<ConnectionIcon type={type.id} size={16} />}
            onClick={() => onChoose(type)}
          >
            {type.texts.title[language]}
          </Menu.Item>
        ))}
        {demos.length > 0 && <Menu.Label>{t('demoHeading')}</Menu.Label>}
        {demos.map((type) => (
          <Menu.Item key={type.id} leftSection={<IconFlask size={16} aria-hidden />} onClick={() => startDemo(type.id)}>
            {t('addDemo', { type: type.texts.title[language] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
