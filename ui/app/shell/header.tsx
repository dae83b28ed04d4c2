import { Burger, Button, Group, Kbd, Text } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ColourSwitch } from './colour-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { shellTexts } from './texts.ts';
import { UserMenu } from './user-menu.tsx';

interface HeaderProps {
  isMenuOpen: boolean;
  onToggleMenu: () => void;
}

export function Header({ isMenuOpen, onToggleMenu }: HeaderProps) {
  const t = useTexts(shellTexts);
  const workspace = useSession()?.workspace?.name;
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Burger
          hiddenFrom="sm"
          size="sm"
          opened={isMenuOpen}
          onClick={onToggleMenu}
          aria-label={t(isMenuOpen ? 'closeMenu' : 'openMenu')}
        />
        <Link to="/flows" style={{ color: 'inherit', textDecoration: 'none' }} aria-label="Passerelle">
          <Logo />
        </Link>
        <Text c="dimmed" size="sm" truncate visibleFrom="sm" pl="sm" style={{ borderLeft: '1px solid var(--line)' }}>
          {workspace}
        </Text>
      </Group>
      <Group gap={6} wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          visibleFrom="md"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
          onClick={spotlight.open}
        >
          {t('jump')}
        </Button>
        <LanguageSwitch />
        <ColourSwitch />
        <UserMenu />
      </Group>
    </Group>
  );
}
