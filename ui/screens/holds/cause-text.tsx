import { Group, Stack, Text } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { HoldCause, HoldFlow } from '#schemas/api/holds.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { AddRule } from './add-rule.tsx';
import { holdTexts } from './texts.ts';

interface Props {
  readonly cause: HoldCause;
  /** False for documents that were left out: nothing is mended for them. */
  readonly isWaiting: boolean;
  readonly onStarted: (runs: readonly string[]) => void;
}

/** What to do, then what is wrong with the first document, which ones, and where it is mended. */
export function CauseText({ cause, isWaiting, onStarted }: Props) {
  const t = useTexts(holdTexts);
  const { text, remedy } = useRenderMessage()(cause.message);
  return (
    <Stack gap={6}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {remedy ?? text}
      </Text>
      {remedy && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
      <Numbers cause={cause} />
      {cause.uncertain > 0 && (
        <Text size="sm" c="orange">
          {t('uncertain', { count: cause.uncertain })}{' '}
          <AnchorLink to="/postings" search={{ view: 'uncertain' }} size="sm">
            {t('decide')}
          </AnchorLink>
        </Text>
      )}
      <Group gap="md">
        {cause.flows.map((flow) => {
          const isAlone = cause.flows.length === 1;
          return (
            <Fragment key={flow.id}>
              {isWaiting && <AddRule cause={cause.id} flow={flow} isAlone={isAlone} onStarted={onStarted} />}
              <MendLink flow={flow} isAlone={isAlone} />
            </Fragment>
          );
        })}
      </Group>
    </Stack>
  );
}

function Numbers({ cause: { numbers, count } }: { readonly cause: HoldCause }) {
  const t = useTexts(holdTexts);
  // The message itself names the only one.
  if (numbers.length === 0 || count === 1) return null;
  const listed = numbers.join(', ');
  const rest = count - numbers.length;
  return (
    <Text size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {rest > 0 ? t('numbersMore', { numbers: listed, count: rest }) : t('numbers', { numbers: listed })}
    </Text>
  );
}

/** Leads to the setting that mends the cause; where none does, to the flow. */
function MendLink({ flow, isAlone }: { readonly flow: HoldFlow; readonly isAlone: boolean }) {
  const t = useTexts(holdTexts);
  const named = isAlone ? flow.name : t('flowCount', { flow: flow.name, count: flow.count });
  return (
    <AnchorLink
      to="/flows/$id"
      params={{ id: flow.id }}
      search={flow.mend ? { node: flow.mend.node, setting: flow.mend.setting } : {}}
      size="sm"
    >
      <Group gap={5} component="span" wrap="nowrap">
        {flow.mend && <IconTool size={14} aria-hidden />}
        {t(flow.mend ? 'mend' : 'openFlow', { flow: named })}
      </Group>
    </AnchorLink>
  );
}
