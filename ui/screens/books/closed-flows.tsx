import { Button, Paper, Table, Text } from '@mantine/core';
import type { ClosedPeriods } from '#schemas/api/closed-periods.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { closedPeriodTexts } from './texts.ts';

type ClosedFlow = ClosedPeriods['flows'][number];

interface Props {
  readonly flows: readonly ClosedFlow[];
  /** Undefined for who may not change anything. */
  readonly onChange: ((flow: ClosedFlow) => void) | undefined;
}

/** Each flow with the day that holds for it, and the one that was set for it alone. */
export function ClosedFlows({ flows, onChange }: Props) {
  const t = useTexts(closedPeriodTexts);
  const format = useFormat();
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('flow')}</Table.Th>
              <Table.Th>{t('effective')}</Table.Th>
              <Table.Th>{t('own')}</Table.Th>
              {onChange && <Table.Th />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {flows.map((flow) => (
              <Table.Tr key={flow.id}>
                <Table.Td fw={500}>{flow.name}</Table.Td>
                <Table.Td>{flow.effective === null ? t('nothing') : format.day(flow.effective)}</Table.Td>
                <Table.Td>
                  {flow.own === null ? (
                    <Text size="sm" c="dimmed">
                      {t('asAll')}
                    </Text>
                  ) : (
                    format.day(flow.own)
                  )}
                </Table.Td>
                {onChange && (
                  <Table.Td ta="right">
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('changeOf', { scope: flow.name })}
                      onClick={() => onChange(flow)}
                    >
                      {t('change')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
