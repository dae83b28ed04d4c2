import { Button, Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { FlowProblem } from '#schemas/api/flows.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';
import { useReveal } from './use-reveal.ts';

/** How many problems the server found in the draft; the list leads to the node each one sits in. */
export function ProblemsMenu() {
  const t = useTexts(editorTexts);
  const { flow } = useEditor();
  const [isOpen, menu] = useDisclosure(false);
  const count = flow.problems.length;
  return (
    <Popover opened={isOpen} onChange={menu.close} width={380} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color={count > 0 ? 'orange' : 'gray'}
          aria-label={`${t('problems')}: ${count}`}
          leftSection={
            count > 0 ? <IconAlertTriangle size={17} aria-hidden /> : <IconCircleCheck size={17} aria-hidden />
          }
          px="xs"
          onClick={menu.toggle}
        >
          {count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('problems')}>
        {count === 0 ? (
          <Text size="sm" p="xs">
            {t('noProblemsText')}
          </Text>
        ) : (
          <ScrollArea.Autosize mah={420}>
            <ProblemList problems={flow.problems} onPick={menu.close} />
          </ScrollArea.Autosize>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Problems as buttons: a click selects the node. */
export function ProblemList({
  problems,
  onPick,
}: {
  readonly problems: readonly FlowProblem[];
  readonly onPick?: () => void;
}) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const reveal = useReveal();
  const { store, types } = useEditor();
  const definition = useCanvasState(store, (state) => state.history.present.definition);
  return (
    <Stack gap={2}>
      {problems.map(({ node, message }) => (
        <UnstyledButton
          key={`${node}/${message.code}/${message.field}/${message.text}`}
          className="editor-palette-item"
          onClick={() => {
            if (node) {
              store.select({ nodes: [node] });
              reveal(node);
            }
            onPick?.();
          }}
        >
          <span>
            <Text size="xs" c="dimmed" component="span" display="block">
              {node ? titleOf(definition, types, node, language) : t('wholeFlow')}
            </Text>
            <MessageText message={message} />
          </span>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
