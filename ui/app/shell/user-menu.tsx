import { ActionIcon, Avatar, Menu, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { auth, useSession } from '#ui/api/session.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './texts.ts';

export function UserMenu() {
  const t = useTexts(shellTexts);
  const session = useSession();
  const client = useQueryClient();
  const router = useRouter();
  const toasts = useToasts();
  if (!session?.user) return null;
  const { name, email } = session.user;

  const signOut = async () => {
    try {
      await auth.signOut();
      client.clear();
      await router.navigate({ to: '/sign-in' });
    } catch (error) {
      toasts.failed(t('signOutFailed'), error);
    }
  };

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" radius="xl" aria-label={t('account', { name })}>
          <Avatar name={name} color="petrol" size={32} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="xs" truncate>
            {email}
          </Text>
          {session.workspace && (
            <Text size="xs" truncate>
              {session.workspace.name} · {t(`role_${session.workspace.role}`)}
            </Text>
          )}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
