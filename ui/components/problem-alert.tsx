import { Alert, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, detailOf } from '#ui/api/problem.ts';
import { MessageText } from './message-text.tsx';

/** A refused action, inside a form or dialog: the server's message and all that it found wrong. */
export function ProblemAlert({ error }: { error: unknown }) {
  if (!error) return null;
  const problems = error instanceof ApiProblem ? error.problems : [];
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap="xs">
        <MessageText message={detailOf(error)} />
        {problems.length > 0 && (
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={`${problem.code}/${problem.field}/${problem.text}`}>
                <MessageText message={problem} />
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}
