import { defineConnector } from '#nodes/kit/connector.ts';
import { inbox } from './inbox.ts';

/** The way in for programs without a connector: they send us their documents. */
export const connector = defineConnector({ id: 'inbox', nodeTypes: [inbox], connectionTypes: [] });
