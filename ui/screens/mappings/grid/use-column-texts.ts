import { useMemo } from 'react';
import { AXIS_NAMES, FIELD_NAMES, NOTE_NAME } from '#schemas/mapping/names.ts';
import type { MappingField } from '#schemas/mapping/tables.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { gridTexts } from '../grid-texts.ts';
import type { Column } from '../sheet/column.ts';

const BRACES = { rate: '{rate}', country: '{country}' };

interface ColumnTexts {
  readonly title: (column: Column) => string;
  readonly help: (column: Column) => string;
}

/** What columns are called, and a sentence on what goes into them. */
export function useColumnTexts(): ColumnTexts {
  const t = useTexts(gridTexts);
  const language = useLanguage();
  return useMemo(
    () => ({
      title: (column) => {
        if (column.kind === 'note') return NOTE_NAME[language];
        if (column.kind === 'match') return AXIS_NAMES[column.axis][language];
        return FIELD_NAMES[column.field as MappingField][language];
      },
      help: (column) => {
        if (column.kind === 'set') return t('setHelp', BRACES);
        if (column.kind === 'note') return '';
        return t(column.axis === 'tax' ? 'taxHelp' : 'matchHelp');
      },
    }),
    [language, t],
  );
}
