import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Uncertain } from '#schemas/api/postings.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { uncertainTexts } from './uncertain-texts.ts';

interface Props {
  readonly uncertain: Uncertain;
  readonly name: string;
}

/** The two answers; either is asked about once more, for neither can be taken back. */
export function DecideButtons({ uncertain, name }: Props) {
  const t = useTexts(uncertainTexts);
  const format = useFormat();
  const canEdit = useCanEdit();
  const [answer, setAnswer] = useState<'there' | 'not-there' | null>(null);
  const { waitUntil } = uncertain;
  if (!canEdit) return null;
  return (
    <>
      <Group gap="sm">
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          aria-label={t('thereNamed', { name })}
          onClick={() => setAnswer('there')}
        >
          {t('there')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          aria-label={t('notThereNamed', { name })}
          disabled={waitUntil !== null}
          onClick={() => setAnswer('not-there')}
        >
          {t('notThere')}
        </Button>
        {waitUntil && (
          <Text size="xs" c="dimmed" maw={420}>
            {t('waitHelp', { at: format.shortInstant(waitUntil) })}
          </Text>
        )}
      </Group>
      {answer && (
        <DecideDialog uncertain={uncertain} name={name} isThere={answer === 'there'} onClose={() => setAnswer(null)} />
      )}
    </>
  );
}
