import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { SlotPicker } from './slot-picker.tsx';
import { wizardTexts } from './texts.ts';
import type { Wizard } from './use-wizard.ts';

interface ConnectStepProps {
  template: TemplateInfo;
  wizard: Wizard;
  onNext: () => void;
}

export function ConnectStep({ template, wizard, onNext }: ConnectStepProps) {
  const t = useTexts(wizardTexts);
  const connections = useQuery(apiQuery('listConnections', {}));
  const slots = Object.entries(template.slots);
  const { connections: chosen } = wizard.state;
  const known = connections.data?.items ?? [];
  // A connection that was deleted meanwhile is no choice any more.
  const isReady = slots.every(([slot]) => known.some(({ id }) => id === chosen[slot]));
  if (connections.isError) return <ErrorState error={connections.error} onRetry={connections.refetch} />;
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={2}>{t('connectTitle')}</Title>
        <Text c="dimmed">{t(slots.length === 0 ? 'noSlots' : 'connectText')}</Text>
      </Stack>
      {connections.isPending && <Skeleton h={160} />}
      {connections.isSuccess &&
        slots.map(([slot, { type }]) => (
          <SlotPicker
            key={slot}
            type={type}
            connections={known.filter((connection) => connection.type === type)}
            chosen={chosen[slot] ?? null}
            onChoose={(id) => wizard.update({ connections: { ...chosen, [slot]: id } })}
          />
        ))}
      <Group justify="flex-end">
        {!isReady && (
          <Text size="sm" c="dimmed">
            {t('chooseFirst')}
          </Text>
        )}
        <Button disabled={!isReady} onClick={onNext}>
          {t('next')}
        </Button>
      </Group>
    </Stack>
  );
}
