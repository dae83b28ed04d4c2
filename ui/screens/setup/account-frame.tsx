import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColourSwitch } from '#ui/app/shell/colour-switch.tsx';
import { LanguageSwitch } from '#ui/app/shell/language-switch.tsx';
import { Logo } from '#ui/app/shell/logo.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import classes from './account-frame.module.css';
import { accountTexts } from './texts.ts';

/** Frame of the screens before the workspace: set-up and sign-in. */
export function AccountFrame({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const t = useTexts(accountTexts);
  return (
    <Box className={classes['frame'] ?? ''}>
      <Group justify="space-between" p="md">
        <Logo />
        <Group gap={6}>
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
      </Group>
      <Center component="main" px="md" py={{ base: 'lg', sm: 48 }}>
        <Stack w="100%" maw={440} gap="lg">
          <Paper withBorder p={{ base: 'lg', sm: 'xl' }} radius="lg" shadow="sm">
            <Stack gap={4} mb="lg">
              <Title order={1} fz={24}>
                {title}
              </Title>
              <Text c="dimmed" size="sm">
                {text}
              </Text>
            </Stack>
            {children}
          </Paper>
          <Text size="sm" c="dimmed" ta="center">
            {t('promise')}
          </Text>
        </Stack>
      </Center>
    </Box>
  );
}
