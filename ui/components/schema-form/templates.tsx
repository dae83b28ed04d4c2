import { Box, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from '@rjsf/utils';
import { IconPlus } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { countChanges, dropDefaults } from './default-values.ts';
import { textKey } from './field-path.ts';
import { useFormState } from './form-context.ts';
import { RemoveRowButton } from './remove-row-button.tsx';
import classes from './schema-form.module.css';
import { Section } from './section.tsx';
import { formTexts } from './texts.ts';
import { type FieldSchema, fromRjsfSchema, isScalar, isTableRow } from './types.ts';

/** One field: only hidden by the search; label, help and error come with the input itself. */
export function FieldTemplate({ fieldPathId, hidden, children }: FieldTemplateProps) {
  const { visible, hidden: hiddenKeys } = useFormState();
  const key = textKey(fieldPathId.path);
  const isShown =
    !hidden && !hiddenKeys.has(key) && (visible === null || key === '' || key.endsWith('[]') || visible.has(key));
  return <Box hidden={!isShown}>{children}</Box>;
}

/** The form itself, a collapsible section for a nested object, or the cells of a table row. */
export function ObjectTemplate({
  fieldPathId,
  properties,
  schema,
  title,
  formData,
  errorSchema,
}: ObjectFieldTemplateProps) {
  const { path } = fieldPathId;
  const own = fromRjsfSchema(schema).properties;
  const contents = properties
    .filter((field) => !field.hidden)
    .map((field) => (
      <Box key={field.name} className={classes[isScalar(own?.[field.name] ?? {}) ? 'place' : 'wide'] ?? ''}>
        {field.content}
      </Box>
    ));
  if (path.length === 0) return <Stack gap="md">{contents}</Stack>;
  if (typeof path.at(-1) === 'number') {
    return isTableRow(fromRjsfSchema(schema)) ? (
      <div className={classes['cells']}>{contents}</div>
    ) : (
      <Stack>{contents}</Stack>
    );
  }
  return (
    <Section
      id={fieldPathId.$id}
      title={title}
      help={schema.description}
      changes={countChanges(dropDefaults(fromRjsfSchema(schema), formData ?? {}))}
      hasErrors={Object.keys(errorSchema ?? {}).length > 0}
    >
      <div className={classes['fields']}>{contents}</div>
    </Section>
  );
}

function TableHead({ item }: { item: FieldSchema }) {
  return (
    <div className={classes['head']} aria-hidden="true">
      {Object.entries(item.properties ?? {}).map(([name, field]) => (
        <Tooltip key={name} label={field.description} disabled={!field.description}>
          <Text size="xs" c="dimmed" fw={550} truncate>
            {field.title}
          </Text>
        </Tooltip>
      ))}
    </div>
  );
}

/** A list of objects: a compact table where there is room, cards where there is not. */
export function ArrayTemplate({
  items,
  schema,
  title,
  canAdd,
  onAddClick,
  readonly,
  disabled,
  fieldPathId,
}: ArrayFieldTemplateProps) {
  const t = useTexts(formTexts);
  const { serverErrors } = useFormState();
  const item = fromRjsfSchema(schema).items;
  const error = serverErrors.get(fieldPathId.$id);
  const columns = Object.keys(item?.properties ?? {}).length;
  return (
    <Box role="group" aria-label={title} className={classes['list']} style={{ '--columns': columns }}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {schema.description}
      </Text>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" fs="italic" mb="xs">
          {t('noRows')}
        </Text>
      )}
      {items.length > 0 && item && isTableRow(item) && <TableHead item={item} />}
      <Stack gap={6}>{items}</Stack>
      {error && (
        <Text size="xs" c="red" mt={4}>
          {error}
        </Text>
      )}
      {canAdd && !readonly && !disabled && (
        <Button
          variant="light"
          size="xs"
          mt="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`${title}: ${t('addRow')}`}
          onClick={onAddClick}
        >
          {t('addRow')}
        </Button>
      )}
    </Box>
  );
}

export function ArrayItemTemplate({ children, index, buttonsProps, disabled, readonly }: ArrayFieldItemTemplateProps) {
  return (
    <Group className={classes['row'] ?? ''} gap="xs" wrap="nowrap" align="flex-start">
      <Box flex={1} miw={0}>
        {children}
      </Box>
      {!disabled && !readonly && <RemoveRowButton row={index + 1} onRemove={() => buttonsProps.onRemoveItem()} />}
    </Group>
  );
}
