import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import type { Connection } from '#schemas/api/connections.ts';
import { apiQuery } from '#ui/api/queries.ts';
import type { Wizard } from './use-wizard.ts';

/** The connection named by the address, else the one chosen before, else the only one there is of that type. */
function choiceOf(type: string, known: readonly Connection[], wanted: string | null, before: string | undefined) {
  const fitting = known.filter((connection) => connection.type === type).map(({ id }) => id);
  const named = [wanted, before].find((id) => id && fitting.includes(id));
  return named ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** Fills the slots when the wizard opens, once; the user may then choose another connection. */
export function usePreselection(template: TemplateInfo, wanted: string | null, { state, update }: Wizard): void {
  const known = useQuery(apiQuery('listConnections', {})).data?.items;
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || !known) return;
    isDone.current = true;
    const choices = Object.entries(template.slots).flatMap(([slot, { type }]) => {
      const id = choiceOf(type, known, wanted, state.connections[slot]);
      return id === undefined ? [] : [[slot, id] as const];
    });
    update({ connections: Object.fromEntries(choices) });
  }, [known, wanted, template, state.connections, update]);
}
