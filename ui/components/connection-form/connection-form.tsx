import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionTypeInfo } from '#schemas/api/catalogue.ts';
import type { Connection } from '#schemas/api/connections.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { isFormValid, SchemaForm } from '#ui/components/schema-form/schema-form.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { TestOutcome } from './test-outcome.tsx';
import { connectionFormTexts } from './texts.ts';
import { useConnectionForm } from './use-connection-form.ts';

const NONE: readonly never[] = [];

interface ConnectionFormProps {
  type: ConnectionTypeInfo;
  /** The connection to change; null makes a new one. */
  existing: Connection | null;
  onSaved: (connection: Connection) => void;
}

/** Fields of a connection with a live test before saving. Used by the connections screen, the wizard and the editor. */
export function ConnectionForm({ type, existing, onSaved }: ConnectionFormProps) {
  const t = useTexts(connectionFormTexts);
  const form = useConnectionForm(type.id, existing, onSaved);
  const [isChecked, setChecked] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);
  const secretsSet = existing?.secretsSet ?? NONE;
  // The form is long: what a test found must not stay below the edge of the drawer.
  useEffect(() => {
    if (form.test) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [form.test]);
  const isComplete = isFormValid(type.fields, form.fields, secretsSet);
  const whenComplete = (action: () => void, needsName: boolean) => () => {
    setChecked(true);
    if (isComplete && (!needsName || form.name.trim() !== '')) action();
  };

  return (
    <Stack gap="md">
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={80}
        value={form.name}
        error={isChecked && form.name.trim() === '' ? t('nameMissing') : undefined}
        onChange={(event) => form.setName(event.currentTarget.value)}
      />
      <SchemaForm
        schema={type.fields}
        texts={type.texts.fields}
        value={form.fields}
        onChange={form.setFields}
        secrets={type.secrets}
        secretsSet={secretsSet}
        problems={form.error instanceof ApiProblem ? form.error.problems : []}
        showErrors={isChecked}
      />
      <Text size="xs" c="dimmed">
        {t('secretsNote')}
      </Text>
      <NumberInput
        label={t('callsPerSecond')}
        description={t('callsPerSecondHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('callsPerSecondUsual')}
        min={0.01}
        max={1000}
        value={form.callsPerSecond ?? ''}
        onChange={(value) => form.setCallsPerSecond(typeof value === 'number' ? value : null)}
      />
      {form.isTesting && (
        <Text size="sm" c="dimmed" role="status">
          {t('testing')}
        </Text>
      )}
      <div ref={outcome}>
        {form.test && <TestOutcome test={form.test} isBusy={form.isTesting} onConfirm={form.confirm} />}
      </div>
      <ProblemAlert error={form.error} />
      <Group justify="flex-end">
        <Button
          variant={form.test?.ok ? 'default' : 'filled'}
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={form.isTesting}
          onClick={whenComplete(form.runTest, false)}
        >
          {t(form.test ? 'testAgain' : 'test')}
        </Button>
        <Button
          variant={form.test?.ok ? 'filled' : 'default'}
          loading={form.isSaving}
          onClick={whenComplete(form.save, true)}
        >
          {t(form.test?.ok ? 'save' : 'saveUntested')}
        </Button>
      </Group>
    </Stack>
  );
}
