import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReviewSummary, Run } from '#schemas/api/runs.ts';
import { flowDefinitionSchema } from '#schemas/flow.ts';
import { ApiProblem } from '#ui/api/problem.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { waysOn } from './downstream.ts';
import { reviewTexts } from './texts.ts';

interface Props {
  readonly run: Run;
  readonly summary: ReviewSummary;
  readonly onClose: () => void;
  /** The ticks are no longer those that were shown: nothing was confirmed. */
  readonly onChanged: () => void;
}

/** Says what will happen and where the entries go; names the hash of what was seen, so that only that is confirmed. */
export function ConfirmDialog({ run, summary, onClose, onChanged }: Props) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const toasts = useToasts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const confirm = useApiMutation('confirmReview', ['runs', 'flows']);
  const ways = useWays(run);
  const count = summary.ticked;
  const leftOut = summary.entries - count;

  const submit = () =>
    confirm.mutate(
      { params: { id: run.id }, body: { hash: summary.hash } },
      {
        onSuccess: () => {
          toasts.done(t('confirmed'));
          void navigate({ to: '/runs/$id', params: { id: run.id } });
        },
        onError: (error) => {
          if (!(error instanceof ApiProblem) || error.status !== 409) return;
          onChanged();
          void client.invalidateQueries({ queryKey: ['runs'] });
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('confirmTitle')}>
      <Stack>
        <Text fw={600}>
          {t('confirmText', {
            count,
            debit: format.money(summary.tickedDebit),
            credit: format.money(summary.tickedCredit),
          })}
        </Text>
        {ways.length > 0 && (
          <div>
            <Text size="sm">{t('goesTo')}</Text>
            <List size="sm">
              {ways.map((way) => (
                <List.Item key={way}>{way}</List.Item>
              ))}
            </List>
          </div>
        )}
        {run.mode === 'dry' && <Text size="sm">{t('confirmDry')}</Text>}
        {leftOut > 0 && (
          <Text size="sm" c="dimmed">
            {t('leftOut', { count: leftOut })}
          </Text>
        )}
        <ProblemAlert error={confirm.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={confirm.isPending} onClick={submit}>
            {t('confirm', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Titles of the nodes that come after the review, one text for each way: "FEC → Download". */
function useWays(run: Run): string[] {
  const types = useNodeTypes();
  const language = useLanguage();
  const parsed = flowDefinitionSchema.safeParse(run.definition);
  if (!parsed.success || run.review === null) return [];
  const title = (id: string) => titleOf(parsed.data, types, id, language);
  return waysOn(parsed.data, run.review).map((way) => way.map(title).join(' → '));
}
