import { Select, Stack } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { listTexts } from './list-texts.ts';

/** Which mapping tables a node books by, with the way to them. */
export function MappingWidget(props: WidgetProps) {
  const t = useTexts(listTexts);
  const field = useFieldProps(props);
  const { data } = useQuery(apiQuery('listMappings', { query: { state: 'active' } }));
  const mappings = data?.items ?? [];
  const value = typeof props.value === 'string' && props.value !== '' ? props.value : null;
  const isMissing = value !== null && data !== undefined && !mappings.some(({ id }) => id === value);
  const options = mappings.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap={4}>
      <Select
        {...field}
        data={isMissing ? [...options, { value, label: t('missing') }] : options}
        value={value}
        placeholder={t('noMapping')}
        searchable={mappings.length > 8}
        clearable={!field.readOnly}
        onChange={(next) => props.onChange(next ?? undefined)}
      />
      {value !== null && !isMissing ? (
        <AnchorLink to="/mappings/$id" params={{ id: value }} size="xs">
          {t('openMapping')}
        </AnchorLink>
      ) : (
        <AnchorLink to="/mappings" size="xs">
          {t('makeMapping')}
        </AnchorLink>
      )}
    </Stack>
  );
}
