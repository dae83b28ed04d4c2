import { Divider, NavLink, Stack, Text } from '@mantine/core';
import {
  IconBook2,
  IconCalendarOff,
  IconCalendarTime,
  IconHeartbeat,
  IconHistory,
  IconPlugConnected,
  IconReceiptTax,
  IconScale,
  IconSettings,
  IconSitemap,
  IconTableShortcut,
  IconTemplate,
  IconTool,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { type ComponentType, Fragment } from 'react';
import { useSession } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AlarmCount, CustomerCount, HoldCount, UncertainCount } from './screen-count.tsx';
import { shellTexts } from './texts.ts';

export const SCREENS = [
  { to: '/flows', key: 'flows', icon: IconSitemap },
  { to: '/runs', key: 'runs', icon: IconHistory },
  { to: '/schedules', key: 'schedules', icon: IconCalendarTime },
  { to: '/holds', key: 'holds', icon: IconTool },
  { to: '/customers', key: 'customers', icon: IconUsers },
  { to: '/postings', key: 'postings', icon: IconBook2 },
  { to: '/completeness', key: 'completeness', icon: IconScale },
  { to: '/closed-periods', key: 'closedPeriods', icon: IconCalendarOff },
  { to: '/vat-return', key: 'vatReturn', icon: IconReceiptTax },
  { to: '/mappings', key: 'mappings', icon: IconTableShortcut },
  { to: '/connections', key: 'connections', icon: IconPlugConnected },
  { to: '/templates', key: 'templates', icon: IconTemplate },
  { to: '/system', key: 'system', icon: IconHeartbeat },
  { to: '/settings', key: 'settings', icon: IconSettings },
] as const;

/** Before these a thin line is drawn: what runs · what came of it · what it is made of · the installation. */
const FIRST_OF_GROUP: ReadonlySet<string> = new Set(['holds', 'mappings', 'system']);

/** What stands beside a screen's name, by its key. */
const COUNTS: Readonly<Record<string, ComponentType>> = {
  holds: HoldCount,
  customers: CustomerCount,
  postings: UncertainCount,
  completeness: AlarmCount,
};

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const t = useTexts(shellTexts);
  const path = useLocation({ select: (location) => location.pathname });
  const version = useSession()?.version;
  return (
    <Stack justify="space-between" h="100%">
      <Stack gap={4}>
        {SCREENS.map(({ to, key, icon: Icon }) => {
          const Count = COUNTS[key];
          const isActive = path === to || path.startsWith(`${to}/`);
          return (
            <Fragment key={to}>
              {FIRST_OF_GROUP.has(key) && <Divider my={4} aria-hidden />}
              <NavLink
                component={Link}
                to={to}
                label={t(key)}
                leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                rightSection={Count && <Count />}
                active={isActive}
                aria-current={isActive ? 'page' : undefined}
                onClick={onNavigate}
                style={{ borderRadius: 'var(--mantine-radius-md)', fontWeight: isActive ? 600 : 450 }}
              />
            </Fragment>
          );
        })}
      </Stack>
      {version && (
        <Text size="xs" c="dimmed" px="sm">
          {t('version', { version })}
        </Text>
      )}
    </Stack>
  );
}
