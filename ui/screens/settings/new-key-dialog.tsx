import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { API_KEY_ROLES } from '#schemas/api/api-keys.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { CopyField } from '#ui/components/copy-field.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { settingsTexts } from './texts.ts';

type Role = (typeof API_KEY_ROLES)[number];

/** Asks what the key is for, makes it, and shows it once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(settingsTexts);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const create = useApiMutation('createApiKey', ['api-keys']);
  if (create.data) return <MadeKeyDialog name={create.data.key.name} secret={create.data.secret} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t('newTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: { name: name.trim(), role } });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            label={t('name')}
            description={t('nameHelp')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('role')}
            value={role}
            onChange={(value) => setRole(API_KEY_ROLES.find((one) => one === value) ?? 'viewer')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="viewer" label={t('viewer')} description={t('viewerHelp')} />
              <Radio value="editor" label={t('editor')} description={t('editorHelp')} />
            </Stack>
          </Radio.Group>
          <ProblemAlert error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Closed by its button only: a click beside it would lose the key for good. */
function MadeKeyDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const t = useTexts(settingsTexts);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('madeTitle')}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('madeText')}
        </Alert>
        <CopyField label={t('keyOf', { name })} value={secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
