import { Badge, Paper, Stack, Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { CellCause, ControlCell } from '#schemas/api/controls.ts';
import { QUIET_CAUSES } from '#schemas/api/controls.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { Money } from '#ui/components/money.tsx';
import { formatDecimals, useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { type Translate, useTexts } from '#ui/i18n/use-texts.ts';
import { causeTexts, controlTexts } from './texts.ts';

function figureName({ kind, key }: ControlCell, t: Translate<typeof controlTexts>, rate: string): string {
  if (kind === 'total') return t('total');
  if (kind === 'payment') return t('payment', { method: key });
  return t(kind, { rate });
}

/** Figures by day and shop: what the source says, what is booked, and what explains the difference. */
export function CellTable({ cells }: { readonly cells: readonly ControlCell[] }) {
  const t = useTexts(controlTexts);
  const format = useFormat();
  const groups = Map.groupBy(cells, ({ day, shop, currency }) => JSON.stringify([day, shop, currency]));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing={6} aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('figure')}</Table.Th>
              <Table.Th ta="right">{t('source')}</Table.Th>
              <Table.Th ta="right">{t('booked')}</Table.Th>
              <Table.Th ta="right">{t('difference')}</Table.Th>
              <Table.Th>{t('why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...groups].map(([id, group]) => (
              <Fragment key={id}>
                <Table.Tr bg="var(--mantine-color-default-hover)">
                  <Table.Th colSpan={5} scope="rowgroup">
                    {format.day(group[0]?.day ?? '')}
                    <Text span size="sm" c="dimmed" fw={400}>
                      {' '}
                      · {group[0]?.shop} · {group[0]?.currency}
                    </Text>
                  </Table.Th>
                </Table.Tr>
                {group.map((cell) => (
                  <CellRow key={`${cell.kind}/${cell.key}`} cell={cell} />
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function CellRow({ cell }: { readonly cell: ControlCell }) {
  const t = useTexts(controlTexts);
  const language = useLanguage();
  return (
    <Table.Tr>
      <Table.Td pl="lg">{figureName(cell, t, formatDecimals(cell.key, language))}</Table.Td>
      <Table.Td ta="right">
        <Money amount={cell.source} />
      </Table.Td>
      <Table.Td ta="right">
        <Money amount={cell.booked} />
      </Table.Td>
      <Table.Td ta="right">
        <Money
          amount={cell.difference}
          fw={cell.isAlarm ? 700 : 400}
          {...(cell.isAlarm ? { c: 'orange' } : { c: 'dimmed' })}
        />
      </Table.Td>
      <Table.Td>
        {cell.causes.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('agrees')}
          </Text>
        ) : (
          <Stack gap={4}>
            {cell.causes.map((cause) => (
              <Cause key={`${cause.cause}/${cause.reason?.code}`} of={cause} />
            ))}
          </Stack>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Cause({ of }: { readonly of: CellCause }) {
  const t = useTexts(controlTexts);
  const causes = useTexts(causeTexts);
  const isQuiet = QUIET_CAUSES.includes(of.cause);
  return (
    <Stack gap={2}>
      <Text size="sm" component="div">
        <Badge size="sm" variant="light" color={isQuiet ? 'gray' : 'orange'} mr={6} tt="none">
          {causes(of.cause)}
        </Badge>
        <Money amount={of.amount} /> · {t('documents', { count: of.count })}
      </Text>
      {of.reason && <MessageText message={of.reason} isBrief size="xs" />}
      {of.documents.length > 0 && (
        <Text size="xs" c="dimmed">
          {of.documents.map(({ number, run, document }, index) => (
            <Fragment key={document}>
              {index > 0 && ', '}
              <AnchorLink to="/runs/$id" params={{ id: run }} inherit aria-label={t('to', { number })}>
                {number}
              </AnchorLink>
            </Fragment>
          ))}
          {of.count > of.documents.length && ` ${t('more', { count: of.count - of.documents.length })}`}
        </Text>
      )}
    </Stack>
  );
}
