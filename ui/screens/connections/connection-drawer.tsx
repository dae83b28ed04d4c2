import { Drawer, Text } from '@mantine/core';
import type { ConnectionTypeInfo } from '#schemas/api/catalogue.ts';
import type { Connection } from '#schemas/api/connections.ts';
import { ConnectionForm } from '#ui/components/connection-form/connection-form.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionsTexts } from './texts.ts';

interface ConnectionDrawerProps {
  type: ConnectionTypeInfo;
  existing: Connection | null;
  onClose: () => void;
}

export function ConnectionDrawer({ type, existing, onClose }: ConnectionDrawerProps) {
  const t = useTexts(connectionsTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const title = existing
    ? t('editTitle', { name: existing.name })
    : t('newTitle', { type: type.texts.title[language] });
  return (
    <Drawer opened onClose={onClose} title={<Text fw={600}>{title}</Text>}>
      <Text size="sm" c="dimmed" mb="md">
        {type.texts.description[language]}
      </Text>
      <ConnectionForm
        type={type}
        existing={existing}
        onSaved={({ name }) => {
          toasts.done(t('saved', { name }));
          onClose();
        }}
      />
    </Drawer>
  );
}
