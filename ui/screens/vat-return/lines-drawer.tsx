import { Badge, Button, Drawer, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#schemas/api/index.ts';
import type { VatLine } from '#schemas/api/vat-returns.ts';
import { call } from '#ui/api/client.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { formatDecimals, useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { vatReturnTexts } from './texts.ts';
import type { figureOf } from './vat-search.ts';

const PAGE = 100;

interface Scope {
  readonly from: string;
  readonly to: string;
  readonly flow: string | undefined;
  readonly target: string | undefined;
  readonly review: boolean;
}
type Figure = NonNullable<ReturnType<typeof figureOf>>;

interface Props {
  readonly scope: Scope;
  /** The figure whose lines are shown; null while none is open. */
  readonly figure: Figure | null;
  readonly onClose: () => void;
}

/** The lines behind a figure of the preview, each with its entry. */
export function LinesDrawer({ scope, figure, onClose }: Props) {
  const t = useTexts(vatReturnTexts);
  return (
    <Drawer
      opened={figure !== null}
      onClose={onClose}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
      title={t('linesTitle')}
    >
      {figure && <Lines scope={scope} figure={figure} />}
    </Drawer>
  );
}

function Lines({ scope, figure }: { readonly scope: Scope; readonly figure: Figure }) {
  const t = useTexts(vatReturnTexts);
  const filter = { ...scope, ...figure };
  const lines = useInfiniteQuery({
    queryKey: ['vat-return', 'listVatReturnLines', filter],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listVatReturnLines, { query: { limit: PAGE, after: pageParam, ...filter } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (lines.isPending) return <Skeleton h={320} />;
  if (lines.isError) return <ErrorState error={lines.error} onRetry={lines.refetch} />;
  return (
    <Stack>
      <Group gap="xs">
        <FigureName figure={figure} />
        <Text c="dimmed" size="sm">
          {t('lines', { count: lines.data.pages[0]?.total ?? 0 })}
        </Text>
      </Group>
      <LineTable lines={lines.data.pages.flatMap((page) => page.items)} currency={figure.currency} />
      {lines.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => lines.fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Which figure it is, in the words of the table that it stands in. */
function FigureName({ figure: { box, side, oss, customer, reason, placing } }: { readonly figure: Figure }) {
  const t = useTexts(vatReturnTexts);
  const what = [
    box && `${t('box')} ${box}`,
    oss && `OSS ${oss.replace(':', ' · ')} %`,
    customer?.replace(/:(?=.$)/, ' · '),
    reason && t('unplaced'),
    placing && t(placing),
    side && t(side),
  ].filter((part) => part !== undefined);
  return (
    <Text fw={600} size="sm">
      {what.join(' · ')}
    </Text>
  );
}

function LineTable({ lines, currency }: { readonly lines: readonly VatLine[]; readonly currency: string }) {
  const t = useTexts(vatReturnTexts);
  return (
    <ListTable horizontalSpacing="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('colEntry')}</Table.Th>
          <Table.Th>{t('colDay')}</Table.Th>
          <Table.Th>{t('colAccount')}</Table.Th>
          <Table.Th>{t('colVat')}</Table.Th>
          <Table.Th ta="right">{t('colAmount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, index) => (
          // A line has no name of its own, and the list only grows at its end.
          <LineRow key={`${line.run}:${line.number}:${index.toString()}`} line={line} currency={currency} />
        ))}
      </Table.Tbody>
    </ListTable>
  );
}

function LineRow({ line, currency }: { readonly line: VatLine; readonly currency: string }) {
  const t = useTexts(vatReturnTexts);
  const format = useFormat();
  const language = useLanguage();
  const { number, posting, run, party, account, label, code, rate, boxes, reason } = line;
  return (
    <Table.Tr>
      <Table.Td maw={200}>
        {posting ? (
          <AnchorLink to="/postings" search={{ posting }} size="sm" fw={550}>
            {number}
          </AnchorLink>
        ) : (
          <AnchorLink to="/runs/$id/review" params={{ id: run }} size="sm" fw={550}>
            {number} ({t('inReview')})
          </AnchorLink>
        )}
        <Text size="xs" c="dimmed" truncate>
          {party}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.shortDay(line.day)}</Table.Td>
      <Table.Td maw={220}>
        <Text size="sm">{account}</Text>
        <Text size="xs" c="dimmed" truncate>
          {label}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {[code, rate === null ? null : `${formatDecimals(rate, language)} %`]
            .filter((text) => text !== null)
            .join(' · ')}
        </Text>
        <Group gap={4}>
          {boxes?.map((box) => (
            <Badge key={box} size="xs" variant="light" radius="sm">
              {box}
            </Badge>
          ))}
          {reason !== null && (
            <Text size="xs" c="orange">
              {t('noBox')}
            </Text>
          )}
        </Group>
      </Table.Td>
      <Table.Td className="amount">
        <Money amount={line.amount} currency={currency} />
      </Table.Td>
    </Table.Tr>
  );
}
