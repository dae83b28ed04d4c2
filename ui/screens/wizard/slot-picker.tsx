import { Badge, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '#schemas/api/connections.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ConnectionForm } from '#ui/components/connection-form/connection-form.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ChoiceCard } from './choice-card.tsx';
import { wizardTexts } from './texts.ts';

const NEW = 'new';
const DEMO = 'demo';

interface SlotPickerProps {
  type: string;
  /** Those of this type. */
  connections: readonly Connection[];
  chosen: string | null;
  onChoose: (connectionId: string) => void;
}

/** One slot: an existing connection, a new one made and tested here, or the demo system. */
export function SlotPicker({ type, connections, chosen, onChoose }: SlotPickerProps) {
  const t = useTexts(wizardTexts);
  const language = useLanguage();
  const info = useCatalogue().connectionTypes.find(({ id }) => id === type);
  const [isMaking, setMaking] = useState(connections.length === 0 && chosen === null && !info?.hasDemo);
  const demo = useApiMutation('createDemoConnection', ['connections']);
  const hasDemo = connections.some(({ isDemo }) => isDemo);

  const choose = (id: string) => {
    setMaking(false);
    onChoose(id);
  };
  const pick = (value: string) => {
    if (value === NEW) setMaking(true);
    else if (value === DEMO) demo.mutate({ body: { type, language } }, { onSuccess: ({ id }) => choose(id) });
    else choose(value);
  };

  return (
    <Stack gap="md">
      <Radio.Group
        label={t('slotLegend', { type: info?.texts.title[language] ?? type })}
        value={isMaking ? NEW : (chosen ?? '')}
        onChange={pick}
      >
        <Stack gap="xs" mt="xs">
          {connections.map((connection) => (
            <ChoiceCard
              key={connection.id}
              value={connection.id}
              title={connection.name}
              help={t(connection.status === 'ok' ? 'works' : connection.status)}
              badge={connection.isDemo ? t('demo') : null}
            />
          ))}
          <ChoiceCard value={NEW} title={t('newConnection')} help={t('newConnectionHelp')} badge={null} />
          {info?.hasDemo && !hasDemo && (
            <ChoiceCard
              value={DEMO}
              title={t('useDemo')}
              help={t('useDemoHelp')}
              badge={t('demo')}
              isBusy={demo.isPending}
            />
          )}
        </Stack>
      </Radio.Group>
      <ProblemAlert error={demo.error} />
      {isMaking && info && (
        <Paper withBorder p="lg">
          <Group gap="xs" mb="md">
            <Text fw={600}>{t('newConnection')}</Text>
            <Badge variant="light" tt="none">
              {info.texts.title[language]}
            </Badge>
          </Group>
          <ConnectionForm type={info} existing={null} onSaved={({ id }) => choose(id)} />
        </Paper>
      )}
    </Stack>
  );
}
