import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey } from '#schemas/api/api-keys.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ApiKeyTable } from './api-key-table.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';
import { settingsTexts } from './texts.ts';

const DESCRIPTION = '/api/openapi.json';

type Opened = { readonly kind: 'new' } | { readonly kind: 'revoke'; readonly apiKey: ApiKey };

/** The keys of the workspace: made, shown once, revoked. */
export function ApiKeysSection() {
  const t = useTexts(settingsTexts);
  const keys = useQuery(apiQuery('listApiKeys', {}));
  const [opened, setOpened] = useState<Opened | null>(null);
  if (keys.isPending) return <PageSkeleton />;
  if (keys.isError) return <ErrorState error={keys.error} onRetry={keys.refetch} />;
  const { items } = keys.data;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened({ kind: 'new' })}>
      {t('add')}
    </Button>
  );
  return (
    <Stack component="section" aria-labelledby="api-keys" gap="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} maw={720}>
          <Title order={2} id="api-keys">
            {t('keys')}
          </Title>
          <KeysLead />
        </Stack>
        {items.length > 0 && add}
      </Group>
      <Paper withBorder>
        {items.length === 0 && <EmptyState icon={IconKey} title={t('emptyTitle')} text={t('emptyText')} action={add} />}
        {items.length > 0 && <ApiKeyTable items={items} onRevoke={(apiKey) => setOpened({ kind: 'revoke', apiKey })} />}
      </Paper>
      {opened?.kind === 'new' && <NewKeyDialog onClose={() => setOpened(null)} />}
      {opened?.kind === 'revoke' && <RevokeKeyDialog apiKey={opened.apiKey} onClose={() => setOpened(null)} />}
    </Stack>
  );
}

/** The lead, with the address in it as a link. */
function KeysLead() {
  const t = useTexts(settingsTexts);
  const [before, after] = t('keysLead', { address: '\n' }).split('\n');
  return (
    <Text c="dimmed" size="sm">
      {before}
      <Anchor href={DESCRIPTION} target="_blank" rel="noreferrer" size="sm">
        {DESCRIPTION}
      </Anchor>
      {after}
    </Text>
  );
}
