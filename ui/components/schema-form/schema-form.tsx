import { Stack, Text, TextInput } from '@mantine/core';
import type Form from '@rjsf/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Message } from '#schemas/messages.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { checkValue } from './check-value.ts';
import { dropDefaults, showDefaultLists } from './default-values.ts';
import { localiseErrors } from './error-texts.ts';
import { messagesByPath } from './field-path.ts';
import { FormStateContext } from './form-context.ts';
import { ThemedForm } from './form-theme.ts';
import { formValidator } from './form-validator.ts';
import { localiseSchema } from './localise-schema.ts';
import { countFields, searchFields } from './search-fields.ts';
import { formTexts } from './texts.ts';
import { type FieldTexts, type FormValue, fromRjsfSchema } from './types.ts';

export interface SchemaFormProps {
  /** JSON Schema of an object: a node type's `config`, a connection type's `fields`, a template's `settings`. */
  schema: Readonly<Record<string, unknown>>;
  texts: FieldTexts;
  /** Only what differs from the defaults needs to stand in it. */
  value: FormValue;
  /** Called on an edit by a person, never on its own; gives only what differs from the defaults. */
  onChange: (value: FormValue) => void;
  /** Names of fields that are never sent back, and of those that are filled in on the server. */
  secrets?: readonly string[];
  secretsSet?: readonly string[];
  /** What the server found wrong; shown beside the field that each message's `field` names. */
  problems?: readonly Message[];
  /** Shows also what is wrong with fields that were not touched yet. */
  showErrors?: boolean;
  readOnly?: boolean;
  /** Paths of fields and sections that are left away: what is set in them stays. */
  hidden?: ReadonlySet<string>;
  /** Path of the field that is shown alone at first, by way of the search. */
  show?: string;
  /** The flow that the settings belong to: what its connected systems know is offered in the fields. */
  flow?: string;
}

/** Forms with more fields than this get a search. */
const SEARCH_FROM = 12;
const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<string> = new Set();
/** Errors are shown beside their fields; without a listener the form would write them to the console. */
const ignore = () => undefined;

/** A form drawn from a JSON Schema with titles, help and errors in the reader's language. */
export function SchemaForm({
  schema,
  texts,
  value,
  onChange,
  secrets = NONE,
  secretsSet = NONE,
  problems = NONE,
  showErrors = false,
  readOnly = false,
  hidden = NOTHING,
  show = '',
  flow,
}: SchemaFormProps) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const render = useRenderMessage();
  const prefix = useId();
  const hasSearch = countFields(schema) > SEARCH_FROM;
  const [query, setQuery] = useState(hasSearch ? (texts[language][show]?.title ?? '') : '');
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const localised = useMemo(
    () => localiseSchema(schema, { texts: texts[language], secrets, secretsSet }),
    [schema, texts, language, secrets, secretsSet],
  );
  const shown = useMemo(() => showDefaultLists(schema, value), [schema, value]);
  const form = useRef<Form>(null);
  // By itself the form checks only what is typed: a field that is left or sent empty must be checked as well.
  useEffect(() => {
    if (showErrors || touched.size > 0) form.current?.validateForm();
  }, [showErrors, touched]);
  const visible = searchFields(texts[language], query);
  const serverErrors = new Map(
    [...messagesByPath(problems)].map(([path, message]) => [
      [prefix, ...path.split('/')].join('_'),
      render(message).text,
    ]),
  );
  return (
    <FormStateContext value={{ visible, hidden, secretsSet, touched, showErrors, serverErrors, flow: flow ?? null }}>
      <Stack gap="md">
        {hasSearch && (
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('searchHelp')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        {visible?.size === 0 && (
          <Text size="sm" c="dimmed">
            {t('searchEmpty', { query })}
          </Text>
        )}
        <ThemedForm
          ref={form}
          tagName="div"
          idPrefix={prefix}
          schema={localised.schema}
          uiSchema={localised.uiSchema}
          validator={formValidator}
          formData={shown}
          readonly={readOnly}
          liveValidate="onChange"
          showErrorList={false}
          noHtml5Validate
          onError={ignore}
          experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults' }}
          transformErrors={(errors) => localiseErrors(errors, t)}
          onBlur={(id) => setTouched((before) => (before.has(id) ? before : new Set([...before, id])))}
          onChange={({ formData }, id) => {
            // Without an id the form itself tidied its data: that is nobody's edit.
            if (id !== undefined) onChange(dropDefaults(schema, (formData ?? {}) as FormValue));
          }}
        >
          <span />
        </ThemedForm>
      </Stack>
    </FormStateContext>
  );
}

/** Whether a value satisfies its schema; the server checks again and says what is wrong. */
export function isFormValid(
  schema: Readonly<Record<string, unknown>>,
  value: FormValue,
  secretsSet: readonly string[] = NONE,
): boolean {
  const { schema: checked } = localiseSchema(schema, { texts: {}, secrets: [], secretsSet });
  return checkValue(fromRjsfSchema(checked), value).length === 0;
}
