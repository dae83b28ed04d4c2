import { AppShell, Box } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { catalogueQuery } from '#ui/api/catalogue.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { Header } from './header.tsx';
import { JumpTo } from './jump-to.tsx';
import { Navigation } from './navigation.tsx';
import { shellTexts } from './texts.ts';
import { UnreachableBanner } from './unreachable-banner.tsx';
import { useAccountLanguage } from './use-account-language.ts';

/** Sidebar, header and the screen; no screen is shown before the catalogue is there. */
export function Shell() {
  const t = useTexts(shellTexts);
  const [isOpen, menu] = useDisclosure(false);
  const catalogue = useQuery(catalogueQuery);
  useAccountLanguage();
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header bg="var(--surface)" style={{ borderColor: 'var(--line)' }}>
        <Header isMenuOpen={isOpen} onToggleMenu={menu.toggle} />
      </AppShell.Header>
      <AppShell.Navbar bg="var(--surface)" p="sm" style={{ borderColor: 'var(--line)' }} aria-label={t('navigation')}>
        <Navigation onNavigate={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <UnreachableBanner />
        <Box id="content" tabIndex={-1} style={{ outline: 'none' }}>
          {catalogue.isPending && <PageSkeleton />}
          {catalogue.isError && <ErrorState error={catalogue.error} onRetry={() => catalogue.refetch()} />}
          {catalogue.isSuccess && <Outlet />}
        </Box>
      </AppShell.Main>
      <JumpTo />
    </AppShell>
  );
}
