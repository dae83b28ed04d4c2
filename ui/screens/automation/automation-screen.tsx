import { Stack } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { SchedulesSection } from '#ui/screens/schedules/schedules-section.tsx';
import { FlowSwitch } from './flow-switch.tsx';
import { SourcesSection } from './sources-section.tsx';
import { StartSection } from './start-section.tsx';
import { automationTexts } from './texts.ts';

const REFRESH_MS = 2_000;
const IDLE_REFRESH_MS = 15_000;

/** Whether a flow runs by itself, and all that then starts it. */
export function AutomationScreen() {
  const t = useTexts(automationTexts);
  const { id } = useParams({ from: '/shell/flows/$id/automation' });
  const automation = useQuery({
    ...apiQuery('getAutomation', { params: { id } }),
    refetchInterval: ({ state }) => {
      const isMoving = state.data?.hooks.some(({ status }) => status === 'registering' || status === 'removing');
      return isMoving ? REFRESH_MS : IDLE_REFRESH_MS;
    },
  });
  if (automation.isPending) return <PageSkeleton />;
  if (automation.isError) return <ErrorState error={automation.error} onRetry={automation.refetch} />;
  const { data } = automation;
  return (
    <Page
      title={t('title', { name: data.flow.name })}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink
            to="/flows/$id"
            params={{ id }}
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {t('toFlow')}
          </ButtonLink>
          <ButtonLink
            to="/runs"
            search={{ flow: id }}
            variant="default"
            leftSection={<IconHistory size={16} aria-hidden />}
          >
            {t('toRuns')}
          </ButtonLink>
        </>
      }
    >
      <Stack gap="xl">
        <FlowSwitch automation={data} />
        <SourcesSection automation={data} />
        <SchedulesSection flowId={id} />
        <StartSection flowId={id} />
      </Stack>
    </Page>
  );
}
