import { Stack, Text } from '@mantine/core';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useTemplateExample } from './template-context.ts';
import { templateTexts } from './template-texts.ts';

/** What a template makes of a document, as it is typed: the text, or the problem; and what a target does with its length. */
export function TemplateExample({ id }: { readonly id: string }) {
  const t = useTexts(templateTexts);
  const render = useRenderMessage();
  const { example, document } = useTemplateExample(id);
  if (!example || !document) return null;
  const { text, problem, warnings } = example;
  const of = document.isMadeUp ? t('ofMadeUp') : t('ofDocument', { number: document.number });
  return (
    <Stack gap={2} mt={4} aria-live="polite" data-testid={`example-${example.setting}`}>
      {problem && (
        <Text size="xs" c="red">
          {render(problem).text}
        </Text>
      )}
      {text !== null && (
        <Text size="xs" title={of} style={{ overflowWrap: 'anywhere' }}>
          {text === '' ? t('exampleEmpty') : t('example', { text })}{' '}
          <Text span size="xs" c="dimmed">
            ({of})
          </Text>
        </Text>
      )}
      {warnings.map((warning) => (
        <Text key={warning.text} size="xs" c="orange.8" fw={550}>
          {render(warning).text}
        </Text>
      ))}
    </Stack>
  );
}
