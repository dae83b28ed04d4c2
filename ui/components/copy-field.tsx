import { Button, CopyButton, Group, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { componentTexts } from './texts.ts';

interface CopyFieldProps {
  label: string;
  value: string;
  /** Shown in several lines (a command). */
  isBlock?: boolean;
}

/**
 * A text to take elsewhere. It is a field that selects itself, because browsers give no clipboard to a page that came
 * over plain http.
 */
export function CopyField({ label, value, isBlock = false }: CopyFieldProps) {
  const t = useTexts(componentTexts);
  const field = {
    label,
    value,
    readOnly: true,
    style: { flex: 1, minWidth: 0 },
    styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } },
    onFocus: (event: { currentTarget: { select: () => void } }) => event.currentTarget.select(),
  };
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      {isBlock ? <Textarea {...field} autosize minRows={2} spellCheck={false} /> : <TextInput {...field} />}
      {window.isSecureContext && (
        <CopyButton value={value} timeout={2000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              aria-label={t('copyOf', { name: label })}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </Group>
  );
}
