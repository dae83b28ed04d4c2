import { defineConnector } from '#nodes/kit/connector.ts';
import { sftpConnection } from './connection.ts';
import { sftpDelivery } from './delivery-node.ts';

export const connector = defineConnector({
  id: 'sftp',
  nodeTypes: [sftpDelivery],
  connectionTypes: [sftpConnection],
});
