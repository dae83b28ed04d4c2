import { Badge, Stack, Text, Tooltip } from '@mantine/core';
import type { FlowSummary } from '#schemas/api/flows.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { flowsTexts } from './texts.ts';

/** Whether a published flow starts by itself and when it does next; leads to where that is changed. */
export function Starts({ flow }: { flow: FlowSummary }) {
  const t = useTexts(flowsTexts);
  const format = useFormat();
  const state = t(flow.isOn ? 'on' : 'off');
  return (
    <Stack gap={4} align="flex-start">
      <Tooltip label={t(flow.isOn ? 'onHelp' : 'offHelp')} multiline maw={300}>
        <AnchorLink
          to="/flows/$id/automation"
          params={{ id: flow.id }}
          aria-label={t('automationOf', { name: flow.name, state })}
          display="flex"
        >
          <Badge
            variant="light"
            color={flow.isOn ? '' : 'gray'}
            tt="none"
            miw="max-content"
            style={{ cursor: 'pointer' }}
          >
            {state}
          </Badge>
        </AnchorLink>
      </Tooltip>
      {flow.nextAt && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('next', { at: format.shortInstant(flow.nextAt) })}
        </Text>
      )}
    </Stack>
  );
}
