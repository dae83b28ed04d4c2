import { Anchor } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { decisionTexts } from './texts.ts';

/** What a toast says below its title: where the documents are tried again. Toasts stand outside the router's tree. */
export function useRunLink(): (runs: readonly { readonly id: string }[]) => ReactNode {
  const t = useTexts(decisionTexts);
  const navigate = useNavigate();
  return ([first]) => {
    if (!first) return t('laterText');
    const open = (event: React.MouseEvent) => {
      event.preventDefault();
      void navigate({ to: '/runs/$id', params: { id: first.id } });
    };
    return (
      <Anchor size="sm" href={`/runs/${first.id}`} onClick={open}>
        {t('seeRun')}
      </Anchor>
    );
  };
}
