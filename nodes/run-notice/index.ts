import { defineConnector } from '#nodes/kit/connector.ts';
import type { RunFacts } from '#nodes/kit/context.ts';
import { defineSource, type SourceItem } from '#nodes/kit/node-type.ts';
import { runNoticeMessages } from './messages.ts';
import { runNoticeTexts } from './texts.ts';

function itemsOf({ parent }: RunFacts): SourceItem[] {
  if (!parent) return [];
  return [{ key: parent.id, kind: 'notice', label: `${parent.flow.name}: ${parent.run.status}`, body: parent }];
}

const runNotice = defineSource({
  id: 'run-notice',
  version: 1,
  icon: 'bell',
  texts: runNoticeTexts,
  inputs: [],
  outputs: [{ id: 'notice', kind: 'notice' }],
  config: { type: 'object', additionalProperties: false, properties: {} },
  messages: runNoticeMessages.catalogue,
  read: async ({ run, log }) => {
    const items = itemsOf(run);
    if (items.length === 0) log.info(runNoticeMessages.build.nothing_ended());
    return { items, next: null };
  },
  fetch: async ({ run }, keys) => itemsOf(run).filter((item) => keys.includes(item.key)),
});

export const connector = defineConnector({ id: 'run-notice', nodeTypes: [runNotice], connectionTypes: [] });
