import { Anchor, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Lineage } from '#schemas/documents/journal-entry.ts';
import { decimal, formatAmount, sum } from '#schemas/money.ts';
import type { Part, TracedLine } from '#ui/components/source-document/trace.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { LineFacts } from './line-facts.tsx';
import { LineWhy } from './line-why.tsx';
import { entriesTexts } from './texts.ts';
import { type SourcePart, useSourceParts } from './use-source-parts.ts';

interface Props {
  readonly run: string;
  readonly traced: TracedLine;
  readonly onPart: (document: string, key: string | null, part: Part) => void;
}

/** What a line says, the rule that chose its account, and the parts of the document that it is made of. */
export function LineExplanation({ run, traced, onPart }: Props) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const { entry } = traced;
  const line = entry.lines[traced.index];
  const sourceOf = useSourceParts(run, traced, line?.lineage ?? []);
  if (!line) return null;
  const isCredit = line.credit !== '0.00';
  return (
    <Stack gap="lg">
      <LineFacts entry={entry} line={line} />
      <LineWhy run={run} traced={traced} />
      <div>
        <Text fw={600}>{t('madeOf')}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {t('madeOfHelp')}
        </Text>
        <Table verticalSpacing={6} aria-label={t('madeOf')}>
          <Table.Tbody>
            {line.lineage.map((part) => (
              <PartRow
                key={`${part.document}/${part.part}/${part.id}`}
                part={part}
                amount={onSide(part.amount, isCredit)}
                source={sourceOf(part)}
                onPart={onPart}
              />
            ))}
            <Table.Tr>
              <Table.Td fw={600}>{t('sum')}</Table.Td>
              <Table.Td fw={600} className="amount">
                {format.money(onSide(formatAmount(sum(line.lineage.map((part) => part.amount))), isCredit))}
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
      {entry.source.url && (
        <Anchor href={entry.source.url} target="_blank" rel="noreferrer">
          {t('openSource', { number: entry.source.number })} <IconExternalLink size={14} aria-hidden />
        </Anchor>
      )}
    </Stack>
  );
}

/** The amount as the side of its line has it: what makes up a credit of 11.85 adds up to 11.85, not to -11.85. */
function onSide(amount: string, isCredit: boolean): string {
  if (!isCredit || decimal(amount).isZero()) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

interface PartProps {
  readonly part: Lineage;
  readonly amount: string;
  readonly source: SourcePart;
  readonly onPart: Props['onPart'];
}

/** One part; a click shows it in its document. */
function PartRow({ part, amount, source, onPart }: PartProps) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const { document } = source;
  const name = source.name ?? part.id;
  return (
    <Table.Tr>
      <Table.Td>
        {document ? (
          <UnstyledButton
            className="entries-part"
            aria-label={t('showPart', { name })}
            onClick={() => onPart(document, part.document ?? null, part)}
          >
            {name}
          </UnstyledButton>
        ) : (
          <Text size="sm">{name}</Text>
        )}
        <Text size="xs" c="dimmed">
          {t(`part_${part.part}`)}
        </Text>
      </Table.Td>
      <Table.Td className="amount">{format.money(amount)}</Table.Td>
    </Table.Tr>
  );
}
