import { defineConnector } from '#nodes/kit/connector.ts';
import { connection } from './connection.ts';
import { sales } from './sales-node.ts';

/** Acme: sales of an Acme shop. */
export const connector = defineConnector({ id: 'acme', nodeTypes: [sales], connectionTypes: [connection] });
