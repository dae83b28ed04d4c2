import { Autocomplete, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listOfField } from '#schemas/mapping/field-lists.ts';
import { FIELD_NAMES } from '#schemas/mapping/names.ts';
import type { MappingField } from '#schemas/mapping/tables.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ruleTexts } from './rule-texts.ts';

interface Props {
  readonly flow: string;
  readonly fields: readonly MappingField[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (field: string, value: string) => void;
}

/** The fields of a rule, each with what the target's own list has for it. */
export function RuleFields({ flow, fields, values, onChange }: Props) {
  const t = useTexts(ruleTexts);
  const language = useLanguage();
  const lists = useQuery(apiQuery('readLists', { query: { flow } }));
  const known = (field: MappingField) => {
    const wanted = listOfField(field);
    if (field === 'create')
      return [
        { value: 'yes', label: 'yes' },
        { value: 'no', label: 'no' },
      ];
    const found = (lists.data?.items ?? []).filter(({ list }) => list === wanted).flatMap((one) => one.values);
    const there = new Map(found.flatMap((one) => (one.vanishedAt === null ? [[one.value, one.name] as const] : [])));
    return [...there].map(([value, name]) => ({ value, label: name === value ? value : `${value} ${name}` }));
  };
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('fieldHelp')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {fields.map((field, index) => {
          const options = known(field);
          return (
            <Autocomplete
              key={field}
              label={FIELD_NAMES[field][language]}
              data={[...new Set(options.map(({ label }) => label))]}
              limit={50}
              maxLength={120}
              value={values[field] ?? ''}
              onChange={(text) => onChange(field, options.find(({ label }) => label === text)?.value ?? text)}
              data-autofocus={index === 0 ? true : undefined}
            />
          );
        })}
      </SimpleGrid>
    </>
  );
}
