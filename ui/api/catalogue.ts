import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '#schemas/api/catalogue.ts';
import type { Language } from '#schemas/localised.ts';
import { type Message, type MessageCatalogue, type MessageParams, renderMessage } from '#schemas/messages.ts';
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

/** Parameters that may name a step of a flow, or the type of one. */
const STEP_PARAMS = ['node', 'from', 'to', 'type'] as const;

/** Steps without a title of their own are called by their type: the server says it in English, the canvas in the reader's language. */
function nameSteps(
  { nodeTypes, connectionTypes }: Catalogue,
  params: MessageParams,
  language: Language,
): MessageParams {
  const titleOf = (said: string) =>
    nodeTypes.find(({ texts }) => texts.title.en === said)?.texts.title[language] ??
    connectionTypes.find(({ id, texts }) => id === said || texts.title.en === said)?.texts.title[language];
  const named = STEP_PARAMS.flatMap((param) => {
    const title = titleOf(params[param] ?? '');
    return title === undefined ? [] : [[param, title] as const];
  });
  return { ...params, ...Object.fromEntries(named) };
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
      { ...message, params: nameSteps(data ?? EMPTY, message.params, language) },
      language,
    );
    if (language !== 'fr') return { text, remedy };
    return { text: keepFrenchSpaces(text), remedy: remedy === null ? null : keepFrenchSpaces(remedy) };
  };
}
