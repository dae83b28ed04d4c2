import { defineConnector } from '#nodes/kit/connector.ts';
import { download } from './download.ts';

export const connector = defineConnector({ id: 'download', nodeTypes: [download], connectionTypes: [] });
