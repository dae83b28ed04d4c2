import { defineConnector } from '#nodes/kit/connector.ts';
import { textFile } from './text-file.ts';

export const connector = defineConnector({ id: 'text-file', nodeTypes: [textFile], connectionTypes: [] });
