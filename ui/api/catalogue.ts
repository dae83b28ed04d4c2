import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '#schemas/api/catalogue.ts';
import { type Message, type MessageCatalogue, renderMessage } from '#schemas/messages.ts';
import { keepFrenchSpaces } from '#ui/i18n/french-spaces.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { apiQuery } from './queries.ts';
import { signInMessages, uiMessages } from './ui-messages.ts';

const EMPTY: Catalogue = { nodeTypes: [], connectionTypes: [], templates: [], messages: {} };

/** Options of the catalogue query: it changes only when the server does. */
export const catalogueQuery = { ...apiQuery('getCatalogue', {}), staleTime: Number.POSITIVE_INFINITY };

/** The catalogue, empty until it is there; the shell loads it before any screen inside it is shown. */
export function useCatalogue(): Catalogue {
  return useQuery(catalogueQuery).data ?? EMPTY;
}

/** Renders a server message in the reader's language. */
export function useRenderMessage(): (message: Message) => { text: string; remedy: string | null } {
  const language = useLanguage();
  const { data } = useQuery({ ...catalogueQuery, enabled: false });
  // Optional texts arrive as absent, so the wire type and the catalogue type differ by `undefined` only.
  const served = (data?.messages ?? {}) as MessageCatalogue;
  return (message) => {
    const { text, remedy } = renderMessage(
      { ...uiMessages.catalogue, ...signInMessages.catalogue, ...served },
      message,
      language,
    );
    if (language !== 'fr') return { text, remedy };
    return { text: keepFrenchSpaces(text), remedy: remedy === null ? null : keepFrenchSpaces(remedy) };
  };
}
