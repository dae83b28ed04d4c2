import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFingerprint } from '@tabler/icons-react';
import type { ConnectionTest } from '#schemas/api/connections.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { connectionFormTexts } from './texts.ts';

interface TestOutcomeProps {
  test: ConnectionTest;
  isBusy: boolean;
  /** The person agrees with the values that the test brought up (an SSH host key). */
  onConfirm: (fields: Readonly<Record<string, string>>) => void;
}

/** What a live test found, what stands in the way, or what a person must confirm before it can go on. */
export function TestOutcome({ test, isBusy, onConfirm }: TestOutcomeProps) {
  const t = useTexts(connectionFormTexts);
  const questions = Object.entries(test.confirm);
  if (questions.length > 0) {
    return (
      <Alert color="yellow" icon={<IconFingerprint aria-hidden />} title={t('confirmTitle')} role="status">
        <Stack gap="sm" align="flex-start">
          {questions.map(([field, { value, question }]) => (
            <Stack key={field} gap={4}>
              <MessageText message={question} />
              <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
            </Stack>
          ))}
          <Button
            size="xs"
            color="yellow"
            variant="filled"
            autoContrast
            loading={isBusy}
            onClick={() => onConfirm(Object.fromEntries(questions.map(([field, { value }]) => [field, value])))}
          >
            {t('confirm')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  const Icon = test.ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert
      color={test.ok ? 'teal' : 'red'}
      icon={<Icon aria-hidden />}
      title={t(test.ok ? 'works' : 'fails')}
      role={test.ok ? 'status' : 'alert'}
    >
      {test.problem && <MessageText message={test.problem} />}
      {test.findings.length > 0 && (
        <List size="sm" spacing={2}>
          {test.findings.map((finding) => (
            <List.Item key={`${finding.code}/${finding.text}`}>
              <MessageText message={finding} />
            </List.Item>
          ))}
        </List>
      )}
      {!test.problem && test.findings.length === 0 && <Text size="sm">{t('works')}</Text>}
    </Alert>
  );
}
