import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MappingSummary } from '#schemas/api/mappings.ts';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { listTexts } from './texts.ts';

interface Props {
  /** What a copy is made of; chosen in the dialog when not given. */
  readonly copyOf?: Pick<MappingSummary, 'id' | 'name'>;
  readonly onClose: () => void;
}

/** "preset:be-pcmn" or "copy:<id>"; the empty text stands for empty tables. */
function originOf(choice: string): { preset?: string; copyOf?: string } {
  const [kind, ...rest] = choice.split(':');
  const id = rest.join(':');
  if (kind === 'preset') return { preset: id };
  return kind === 'copy' ? { copyOf: id } : {};
}

/** New tables: empty, from a chart of accounts, or a copy. Opens them when they are made. */
export function NewMappingDialog({ copyOf, onClose }: Props) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const navigate = useNavigate();
  const presets = useQuery(apiQuery('listMappingPresets', {})).data?.items ?? [];
  const mappings = useQuery(apiQuery('listMappings', { query: { state: 'active' } })).data?.items ?? [];
  const [name, setName] = useState(copyOf ? t('copyName', { name: copyOf.name }).slice(0, 120) : '');
  const [origin, setOrigin] = useState(copyOf ? `copy:${copyOf.id}` : 'empty');
  const create = useApiMutation('createMapping', ['mappings']);
  const go = () =>
    create.mutate(
      { body: { name, ...originOf(origin) } },
      {
        onSuccess: (made) => {
          toasts.done(t('created', { name: made.name }));
          onClose();
          void navigate({ to: '/mappings/$id', params: { id: made.id } });
        },
      },
    );
  const groups = [
    { group: t('presets'), items: presets.map((one) => ({ value: `preset:${one.id}`, label: one.name[language] })) },
    { group: t('copies'), items: mappings.map((one) => ({ value: `copy:${one.id}`, label: one.name })) },
    { group: t('other'), items: [{ value: 'empty', label: t('empty') }] },
  ];
  return (
    <Modal opened onClose={onClose} title={t('newTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            label={t('name')}
            description={t('nameHelp')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('startFrom')}
            description={t('startFromHelp')}
            allowDeselect={false}
            data={groups.filter(({ items }) => items.length > 0)}
            value={origin}
            onChange={(next) => next !== null && setOrigin(next)}
          />
          <ProblemAlert error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
              {t('createButton')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
