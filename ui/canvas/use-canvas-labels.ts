import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { canvasTexts } from './texts.ts';

/** The canvas library's own labels in the reader's language. */
export function useCanvasLabels(): Partial<AriaLabelConfig> {
  const t = useTexts(canvasTexts);
  return useMemo(
    () => ({
      'controls.ariaLabel': t('controls'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('fit'),
      'minimap.ariaLabel': t('minimap'),
    }),
    [t],
  );
}
