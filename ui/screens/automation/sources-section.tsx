import { Stack, Text, Title } from '@mantine/core';
import type { Automation } from '#schemas/api/automation.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { HookCard } from './hook-card.tsx';
import { automationTexts } from './texts.ts';

/** How each source of the published version tells of changes. */
export function SourcesSection({ automation }: { automation: Automation }) {
  const t = useTexts(automationTexts);
  const { hooks } = automation;
  return (
    <Stack component="section" aria-label={t('sources')}>
      <Stack gap={2}>
        <Title order={2} size="h4">
          {t('sources')}
        </Title>
        <Text size="sm" c="dimmed" maw={720}>
          {t(hooks.length === 0 ? 'noSources' : 'sourcesLead')} {hooks.some(({ isSwept }) => isSwept) && t('sweptLead')}
        </Text>
      </Stack>
      {hooks.map((hook) => (
        <HookCard key={hook.node} flowId={automation.flow.id} hook={hook} />
      ))}
    </Stack>
  );
}
