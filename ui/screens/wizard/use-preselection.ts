import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { apiQuery } from '#ui/api/queries.ts';
import type { Wizard } from './use-wizard.ts';

/** Puts the connection that the address names into the slot of its type, once; the user may then choose another. */
export function usePreselection(template: TemplateInfo, connectionId: string | null, wizard: Wizard): void {
  const connections = useQuery(apiQuery('listConnections', {})).data?.items;
  const isDone = useRef(false);
  const { state, update } = wizard;
  useEffect(() => {
    if (isDone.current || !connections) return;
    isDone.current = true;
    const connection = connections.find(({ id }) => id === connectionId);
    const slot = Object.entries(template.slots).find(([, { type }]) => type === connection?.type)?.[0];
    if (connection && slot) update({ connections: { ...state.connections, [slot]: connection.id } });
  }, [connections, connectionId, template, state.connections, update]);
}
