import { defineConnector } from '#nodes/kit/connector.ts';
import { httpTargetConnection } from './connection.ts';
import { httpCustomers } from './customers.ts';
import { httpTargetDelivery } from './delivery-node.ts';

export const connector = defineConnector({
  id: 'http-target',
  nodeTypes: [httpTargetDelivery, httpCustomers],
  connectionTypes: [httpTargetConnection],
});
