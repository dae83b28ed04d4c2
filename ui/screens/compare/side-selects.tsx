import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { Flow } from '#schemas/api/flows.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { compareTexts } from './texts.ts';

export type Side = 'draft' | number;
interface Sides {
  readonly before: Side;
  readonly after: Side;
}

interface Props {
  readonly flow: Flow;
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}

function sideOf(value: string | null, known: Side): Side {
  if (value === null) return known;
  return value === 'draft' ? 'draft' : Number.parseInt(value, 10);
}

/** What is held against what. */
export function SideSelects({ flow, sides, onChange }: Props) {
  const t = useTexts(compareTexts);
  const data = [
    { value: 'draft', label: t('draft') },
    ...flow.versions.map(({ number, note }) => {
      const name = t(number === flow.publishedVersion ? 'inUse' : 'version', { number });
      return { value: String(number), label: note ? `${name} · ${note.slice(0, 60)}` : name };
    }),
  ];
  const { before, after } = sides;
  return (
    <Group align="flex-end" gap="sm" wrap="wrap">
      <Select
        style={{ flex: '1 1 240px' }}
        label={t('before')}
        description={t('beforeHelp')}
        allowDeselect={false}
        data={data}
        value={String(before)}
        onChange={(value) => onChange({ before: sideOf(value, before), after })}
      />
      <Tooltip label={t('swap')}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('swap')}
          onClick={() => onChange({ before: after, after: before })}
        >
          <IconArrowsExchange size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Select
        style={{ flex: '1 1 240px' }}
        label={t('after')}
        description={t('afterHelp')}
        allowDeselect={false}
        data={data}
        value={String(after)}
        onChange={(value) => onChange({ before, after: sideOf(value, after) })}
      />
    </Group>
  );
}
