import { Box, Button, Collapse, Group, Paper, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { HoldCause, HoldSelection } from '#schemas/api/holds.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { CauseActions } from './cause-actions.tsx';
import { CauseDocuments } from './cause-documents.tsx';
import { CauseFigures } from './cause-figures.tsx';
import { CauseText } from './cause-text.tsx';
import { holdTexts } from './texts.ts';
import type { HoldFilter } from './use-holds.ts';

interface Props {
  readonly cause: HoldCause;
  readonly filter: HoldFilter;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** One cause: what to do first, then what it concerns; its documents on demand. */
export function CauseCard({ cause, filter, onStarted }: Props) {
  const t = useTexts(holdTexts);
  const canEdit = useCanEdit();
  const [isOpen, documents] = useDisclosure(false);
  const textId = `cause-${cause.id}`;
  const which: HoldSelection = { cause: cause.id, ...(filter.flow === undefined ? {} : { flow: filter.flow }) };
  const retrying = cause.flows.reduce((count, flow) => count + flow.retrying, 0);
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={textId}>
      <Group align="flex-start" gap="lg">
        <CauseFigures cause={cause} />
        <Box id={textId} style={{ flex: '1 1 320px', minWidth: 0 }}>
          <CauseText cause={cause} isWaiting={filter.state !== 'dismissed'} onStarted={onStarted} />
        </Box>
        <Stack gap={6} align="stretch" miw={190}>
          {canEdit && (
            <CauseActions
              which={which}
              flows={cause.flows}
              count={cause.count}
              ready={cause.count - retrying - cause.uncertain}
              isTried={retrying > 0 && retrying + cause.uncertain === cause.count}
              isDismissed={filter.state === 'dismissed'}
              describedBy={textId}
              onStarted={onStarted}
            />
          )}
          <Button
            variant="subtle"
            size="xs"
            aria-expanded={isOpen}
            aria-describedby={textId}
            rightSection={isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
            onClick={documents.toggle}
          >
            {t(isOpen ? 'hide' : 'show')}
          </Button>
        </Stack>
      </Group>
      <Collapse expanded={isOpen}>
        <Box pt="md">{isOpen && <CauseDocuments cause={cause} filter={filter} onStarted={onStarted} />}</Box>
      </Collapse>
    </Paper>
  );
}
