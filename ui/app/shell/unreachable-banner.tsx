import { Alert, Button, Group } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { isLeftStale } from '#ui/api/left-stale.ts';
import { uiMessages } from '#ui/api/ui-messages.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { componentTexts } from '#ui/components/texts.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';

const RETRY_MS = 5000;

/** Says that the server is gone while an open screen still shows what it knew, and takes it back when it answers. */
export function UnreachableBanner() {
  const t = useTexts(componentTexts);
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const isGone = useSyncExternalStore(
    useCallback((listener) => cache.subscribe(listener), [cache]),
    () => cache.getAll().some(isLeftStale),
  );
  const retry = useCallback(() => client.refetchQueries({ predicate: isLeftStale }), [client]);
  useEffect(() => {
    if (!isGone) return;
    const timer = setInterval(retry, RETRY_MS);
    return () => clearInterval(timer);
  }, [isGone, retry]);
  if (!isGone) return null;
  return (
    <Alert
      color="red"
      radius={0}
      icon={<IconPlugConnectedX aria-hidden />}
      role="alert"
      style={{ position: 'sticky', top: 'var(--app-shell-header-height, 56px)', zIndex: 20 }}
    >
      <Group justify="space-between" gap="sm">
        <MessageText message={uiMessages.build.unreachable()} />
        <Button variant="default" size="xs" leftSection={<IconRefresh size={14} aria-hidden />} onClick={retry}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  );
}
