import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** One sentence on what the screen is for. */
  lead?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** Frame of a list screen: title, lead, actions at the right, content below. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={1360} mx="auto">
      <Group justify="space-between" align="flex-start" mb="lg" gap="md">
        <Stack gap={4} maw={720}>
          <Title order={1}>{title}</Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}
