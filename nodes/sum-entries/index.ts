import { defineConnector } from '#nodes/kit/connector.ts';
import { sumNode } from './sum-node.ts';

export const connector = defineConnector({ id: 'sum-entries', connectionTypes: [], nodeTypes: [sumNode] });
