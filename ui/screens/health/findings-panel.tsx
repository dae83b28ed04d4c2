import { Alert, Group, Paper, Stack, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Message } from '#schemas/messages.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { healthTexts } from './texts.ts';

/** Where a finding is put right, by its code. */
function PlaceLink({ code }: { readonly code: string }) {
  const t = useTexts(healthTexts);
  if (code === 'system.held')
    return (
      <AnchorLink to="/holds" size="sm">
        {t('toHolds')}
      </AnchorLink>
    );
  if (code === 'system.uncertain')
    return (
      <AnchorLink to="/postings" search={{ view: 'uncertain' }} size="sm">
        {t('toUncertain')}
      </AnchorLink>
    );
  if (code === 'system.days_differ')
    return (
      <AnchorLink to="/completeness" size="sm">
        {t('toCompleteness')}
      </AnchorLink>
    );
  if (code === 'system.circuit_open')
    return (
      <AnchorLink to="/connections" size="sm">
        {t('toConnections')}
      </AnchorLink>
    );
  return null;
}

/** What a person should look at, gravest first, or that there is nothing. */
export function FindingsPanel({ findings }: { readonly findings: readonly Message[] }) {
  const t = useTexts(healthTexts);
  if (findings.length === 0) {
    return (
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />} title={t('allWell')}>
        {t('allWellText')}
      </Alert>
    );
  }
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('attention')}>
      <Title order={2} mb="md">
        {t('attention')}
      </Title>
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {findings.map((finding) => (
          <Group
            key={`${finding.code} ${Object.values(finding.params).join(' ')}`}
            component="li"
            wrap="nowrap"
            align="flex-start"
            gap="sm"
          >
            <ThemeIcon color="orange" variant="light" aria-hidden>
              <IconAlertTriangle size={16} />
            </ThemeIcon>
            <Stack gap={4} align="flex-start">
              <MessageText message={finding} />
              <PlaceLink code={finding.code} />
            </Stack>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
