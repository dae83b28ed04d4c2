import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { isSameName } from './is-same-name.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { componentTexts } from './texts.ts';

interface ConfirmDeleteProps {
  title: string;
  /** What will be gone, and what stays. */
  text: string;
  /** What the person must type. */
  name: string;
  /** What the button says when nothing is deleted ("Revoke"). */
  action?: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** A deletion is confirmed by typing the name of the thing. */
export function ConfirmDelete({ title, text, name, action, isBusy, error, onConfirm, onClose }: ConfirmDeleteProps) {
  const t = useTexts(componentTexts);
  const [typed, setTyped] = useState('');
  const isRight = isSameName(typed, name);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) onConfirm();
        }}
      >
        <Stack>
          <Text size="sm">{text}</Text>
          <TextInput
            data-autofocus
            label={t('typeName', { name })}
            description={t('typeNameHelp')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!isRight} loading={isBusy}>
              {action ?? t('delete')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
