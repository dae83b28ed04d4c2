import { createContext, useContext } from 'react';
import type { LabelExample, LabelExamples } from '#schemas/api/label-examples.ts';

/** What the templates of the form's settings make of a document; null where nobody asks. */
export const TemplateContext = createContext<LabelExamples | null>(null);

interface Shown {
  readonly example: LabelExample | undefined;
  readonly document: LabelExamples['documents'][number] | undefined;
  readonly fields: LabelExamples['fields'];
}

/** The example of one field of the form, by the id of its input: "<form>_labels_sale" shows "labels.sale". */
export function useTemplateExample(inputId: string): Shown {
  const examples = useContext(TemplateContext);
  const example = examples?.examples.find(({ setting }) => inputId.endsWith(`_${setting.replaceAll('.', '_')}`));
  return {
    example,
    document: examples?.documents.find(({ about }) => about === example?.about),
    fields: examples?.fields ?? [],
  };
}
