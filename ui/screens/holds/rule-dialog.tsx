import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { HoldFlow } from '#schemas/api/holds.ts';
import { AXIS_NAMES, TABLE_NAMES } from '#schemas/mapping/names.ts';
import type { MappingAxis, MappingField } from '#schemas/mapping/tables.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { RuleFields } from './rule-fields.tsx';
import { ruleTexts } from './rule-texts.ts';

type MissingRule = NonNullable<NonNullable<HoldFlow['mend']>['rule']>;

interface Props {
  readonly cause: string;
  readonly flow: string;
  readonly rule: MissingRule;
  readonly mapping: string;
  readonly onClose: () => void;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** Asks what the missing rule says, adds it and tries the documents again. */
export function RuleDialog({ cause, flow, rule, mapping, onClose, onStarted }: Props) {
  const t = useTexts(ruleTexts);
  const toasts = useToasts();
  const language = useLanguage();
  const [set, setSet] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const add = useApiMutation('addRuleForHold', ['holds', 'runs', 'flows', 'mappings']);
  const isFilled = Object.values(set).some((value) => value.trim() !== '');
  function submit() {
    add.mutate(
      { body: { cause, flow, set, note } },
      {
        onSuccess: ({ run, count }) => {
          toasts.done(run ? t('done', { count }) : t('added'));
          if (run) onStarted([run.id]);
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('title', { mapping })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack component="form" onSubmit={(event: FormEvent) => event.preventDefault()}>
        <Text size="sm">{t('text', { table: TABLE_NAMES[rule.table][language] })}</Text>
        <Text size="sm">
          {t('holdsFor')}{' '}
          {Object.entries(rule.match).map(([axis, value]) => (
            <b key={axis}>{t('is', { name: AXIS_NAMES[axis as MappingAxis][language], value })} </b>
          ))}
        </Text>
        <RuleFields
          flow={flow}
          fields={rule.fields as MappingField[]}
          values={set}
          onChange={(field, value) => setSet({ ...set, [field]: value })}
        />
        <TextInput
          label={t('note')}
          description={t('noteHelp')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemAlert error={add.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={!isFilled} loading={add.isPending} onClick={submit}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
