import { Box, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { dayIn } from '#schemas/period.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { type ChosenPeriod, PeriodField } from '#ui/components/run-dialog/period-field.tsx';
import { periodOf } from '#ui/components/run-dialog/periods.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { Preview } from './preview.tsx';
import { wizardTexts } from './texts.ts';
import { useCheck } from './use-check.ts';
import type { Wizard } from './use-wizard.ts';

interface CheckStepProps {
  template: TemplateInfo;
  wizard: Wizard;
  onBack: () => void;
}

export function CheckStep({ template, wizard, onBack }: CheckStepProps) {
  const t = useTexts(wizardTexts);
  const { name, connections, runId, clone } = wizard.state;
  const known = useQuery(apiQuery('listConnections', {})).data?.items ?? [];
  // The demo's orders have their own dates; a real shop is best checked on one closed month.
  const isDemo = known.some(({ id, isDemo: demo }) => demo && Object.values(connections).includes(id));
  const initial = isDemo ? 'all' : 'previous-month';
  const { zone } = template.flow;
  const [period, setPeriod] = useState<ChosenPeriod>(() => periodOf(initial, dayIn(zone, new Date())));
  const check = useCheck(template.id, wizard);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={2}>{t('checkTitle')}</Title>
        <Text c="dimmed">{t('checkText')}</Text>
      </Stack>
      <Paper withBorder p="lg">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={120}
            value={name}
            onChange={(event) => wizard.update({ name: event.currentTarget.value })}
          />
          <PeriodField zone={zone} initial={initial} value={period} onChange={setPeriod} />
        </SimpleGrid>
        <Box mt="md">
          <ProblemAlert error={check.error} />
        </Box>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
          <Button
            variant={runId ? 'light' : 'filled'}
            leftSection={<IconEye size={16} aria-hidden />}
            disabled={name.trim() === '' || period === undefined}
            loading={check.isPending}
            onClick={() => period !== undefined && check.mutate(period)}
          >
            {t(runId ? 'checkAgain' : 'check')}
          </Button>
        </Group>
      </Paper>
      {runId && clone && <Preview runId={runId} flowId={clone.flowId} onDone={wizard.release} />}
    </Stack>
  );
}
