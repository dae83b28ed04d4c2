import type { Localised } from '#schemas/localised.ts';
import type { Message } from '#schemas/messages.ts';

/** One template of a node's settings, carried out on a document. */
export interface TemplateExample {
  /** Path of the setting: "labels.sale". */
  readonly setting: string;
  /** Which of the documents it is about. */
  readonly about: string;
  /** The part of an entry that it becomes, for what a target demands of it; null for what no target limits. */
  readonly part: 'label' | 'reference' | 'pieceNumber' | null;
  /** Null when it cannot be carried out. */
  readonly text: string | null;
  readonly problem: Message | null;
}

/** What the templates among a node's settings make of documents, for a form that shows it while somebody types. */
export interface TemplateExamples {
  /** What templates can name, in the order of a menu. */
  readonly fields: readonly { readonly name: string; readonly title: Localised }[];
  /** The documents that were taken: by what they stand for, with the key they came under and the value of each field. */
  readonly documents: readonly {
    readonly about: string;
    readonly key: string;
    readonly number: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  readonly examples: readonly TemplateExample[];
  /** What the settings lead to that a person should know while typing, and that keeps no flow from being published. */
  readonly warnings?: readonly Message[];
}
