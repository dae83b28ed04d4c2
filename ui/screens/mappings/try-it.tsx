import { Autocomplete, Button, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { AXIS_NAMES, FIELD_NAMES, TABLE_NAMES } from '#schemas/mapping/names.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { axesOf, fieldsOf, type MappingAxis, type MappingField } from '#schemas/mapping/tables.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor, useWholeState } from './editor-context.ts';
import { helpTexts } from './help-texts.ts';
import { rulesOfSheet } from './sheet/book.ts';
import { type ChoicesByList, choicesOf, writeChoice } from './sheet/choices.ts';
import { columnsOf, textOf } from './sheet/column.ts';
import { isFault, markOf } from './sheet/marks.ts';
import { TryOutcome } from './try-outcome.tsx';

function hasFault(rule: MappingRule, lists: ChoicesByList): boolean {
  return columnsOf(rule.table).some((column) => isFault(markOf(column, textOf(rule, column), lists)));
}

/** Which row wins for a case that a person describes, with the rows that it beats. */
export function TryIt({ onShowRow }: { readonly onShowRow: (id: string) => void }) {
  const t = useTexts(helpTexts);
  const language = useLanguage();
  const { store, mapping } = useMappingEditor();
  const { table, lists } = useWholeState();
  const [facts, setFacts] = useState<Readonly<Partial<Record<MappingAxis, string>>>>({});
  const fields = fieldsOf(table);
  const [chosen, setField] = useState<string | null>(null);
  const field = fields.find((one) => one === chosen) ?? fields[0] ?? '';
  const attempt = useApiMutation('tryMapping');

  /** A method or a tax is known by its key and by its name: rules may go by either. */
  const textsOf = (axis: MappingAxis, text: string) => {
    const { all } = choicesOf({ id: `match.${axis}`, kind: 'match', axis }, lists);
    const found = all.find((choice) => writeChoice(choice) === text || choice.value === text);
    if (!found) return [text];
    return axis === 'method' || axis === 'carrier' ? [found.value, found.name] : [found.value];
  };
  const ask = () => {
    const known = axesOf(table).flatMap((axis) => {
      const text = facts[axis]?.trim() ?? '';
      return text === '' ? [] : [[axis, textsOf(axis, text)] as const];
    });
    // A row that cannot be saved yet takes no part: the server would refuse the whole question.
    const rules = rulesOfSheet(table, store.getState().history.book[table]).filter((rule) => !hasFault(rule, lists));
    attempt.mutate({ params: { id: mapping.id }, body: { table, field, facts: Object.fromEntries(known), rules } });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Stack gap="xs">
        <Title order={3} fz="md" mt="xs">
          {t('tryTitle')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('tryLead', { table: TABLE_NAMES[table][language] })}
        </Text>
        <Select
          size="xs"
          label={t('field')}
          description={t('fieldHelp')}
          allowDeselect={false}
          data={fields.map((value) => ({ value, label: FIELD_NAMES[value as MappingField][language] }))}
          value={field}
          onChange={setField}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {axesOf(table).map((axis) => (
            <Autocomplete
              key={axis}
              size="xs"
              label={AXIS_NAMES[axis][language]}
              description={t('factHelp')}
              data={[...new Set(choicesOf({ id: `match.${axis}`, kind: 'match', axis }, lists).all.map(writeChoice))]}
              limit={30}
              value={facts[axis] ?? ''}
              onChange={(text) => setFacts((before) => ({ ...before, [axis]: text }))}
            />
          ))}
        </SimpleGrid>
        <Button type="submit" mt={4} loading={attempt.isPending}>
          {t('ask')}
        </Button>
        <ProblemAlert error={attempt.error} />
        {attempt.data && <TryOutcome candidates={attempt.data.candidates} onShowRow={onShowRow} />}
      </Stack>
    </form>
  );
}
