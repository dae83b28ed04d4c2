import { ActionIcon, Box, Menu, ScrollArea, Text, TextInput } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { IconVariablePlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useFieldProps } from './field-props.ts';
import { useTemplateExample } from './template-context.ts';
import { TemplateExample } from './template-example.tsx';
import { templateTexts } from './template-texts.ts';

interface FieldMenuProps {
  readonly id: string;
  readonly label: string;
  readonly onPick: (name: string) => void;
}

/** The fields that a template can name, each with what the example document has in it. */
function FieldMenu({ id, label, onPick }: FieldMenuProps) {
  const t = useTexts(templateTexts);
  const language = useLanguage();
  const { fields, document } = useTemplateExample(id);
  return (
    <Menu position="bottom-end" width={300} shadow="md" returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('insert', { field: label })}>
          <IconVariablePlus size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('insertTitle')}</Menu.Label>
        <ScrollArea.Autosize mah={280}>
          {fields.map(({ name, title }) => (
            <Menu.Item key={name} onClick={() => onPick(name)}>
              <Text size="sm">{title[language]}</Text>
              <Text size="xs" c="dimmed" truncate>
                {document?.values[name] || t('noValue')}
              </Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

/** One line of text with fields in it: a menu puts them in where the cursor stands, and an example shows the result. */
export function TemplateWidget(props: WidgetProps) {
  const { id, value, onChange, label } = props;
  const field = useFieldProps(props);
  const input = useRef<HTMLInputElement>(null);
  const { fields } = useTemplateExample(id);
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' ? undefined : next);
  const insert = (name: string) => {
    const at = input.current?.selectionStart ?? text.length;
    const to = input.current?.selectionEnd ?? at;
    change(`${text.slice(0, at)}{{ ${name} }}${text.slice(to)}`);
    input.current?.focus();
  };
  const hasMenu = fields.length > 0 && !field.readOnly && !field.disabled;
  return (
    <Box>
      <TextInput
        {...field}
        ref={input}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        rightSection={hasMenu ? <FieldMenu id={id} label={label} onPick={insert} /> : undefined}
      />
      <TemplateExample id={id} />
    </Box>
  );
}
