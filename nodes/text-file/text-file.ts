import { defineRender } from '#nodes/kit/node-type.ts';
import { configSchema } from './config.ts';
import { entryRulesOf } from './entry-rules.ts';
import { messages } from './messages.ts';
import { readBack } from './read-back.ts';
import { append, close, open } from './render.ts';
import { texts } from './texts.ts';

/** Journal entries in, text files out, by a format that is data. */
export const textFile = defineRender({
  id: 'text-file',
  version: 1,
  texts,
  icon: 'file-text',
  inputs: [{ id: 'entries', kind: 'journal-entry' }],
  outputs: [{ id: 'file', kind: 'file' }],
  config: configSchema,
  entryRules: entryRulesOf,
  messages: messages.catalogue,
  open,
  append,
  close,
  readBack,
});
