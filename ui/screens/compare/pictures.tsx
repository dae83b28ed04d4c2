import { SimpleGrid, Text } from '@mantine/core';
import { useMemo } from 'react';
import { FlowPicture } from '#ui/canvas/flow-picture.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { Compared } from './difference.tsx';
import { marksOf } from './marks.ts';
import { compareTexts } from './texts.ts';

/** Both flows as they are drawn, with what is gone, new and changed marked. */
export function Pictures({ before, after, diff }: Compared) {
  const t = useTexts(compareTexts);
  const overlay = useMemo(() => ({ marks: marksOf(diff) }), [diff]);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('pictureBefore')}
        </Text>
        <FlowPicture definition={before} overlay={overlay} height="280px" />
      </div>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('pictureAfter')}
        </Text>
        <FlowPicture definition={after} overlay={overlay} height="280px" />
      </div>
    </SimpleGrid>
  );
}
