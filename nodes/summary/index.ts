import { defineConnector } from '#nodes/kit/connector.ts';
import { summaryNode } from './summary-node.ts';

export const connector = defineConnector({ id: 'summary', connectionTypes: [], nodeTypes: [summaryNode] });
