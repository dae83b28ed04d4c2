import { Alert, Box, Button, Stack } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { detailOf } from '#ui/api/problem.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { MessageText } from './message-text.tsx';
import { componentTexts } from './texts.ts';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => unknown;
}

/** What a screen or a part of it shows instead of its content when that could not be loaded. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTexts(componentTexts);
  return (
    <Box p="md" maw={640} mx="auto">
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failedTitle')} role="alert">
        <Stack gap="sm" align="flex-start">
          <MessageText message={detailOf(error)} />
          {onRetry && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRefresh size={14} aria-hidden />}
              onClick={() => onRetry()}
            >
              {t('retry')}
            </Button>
          )}
        </Stack>
      </Alert>
    </Box>
  );
}
