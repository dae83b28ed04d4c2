import { defineConnector } from '#nodes/kit/connector.ts';
import { woocommerceConnection } from './connection.ts';
import { woocommerceSales } from './sales-node.ts';
import { startDemoShop } from './testing/demo-shop.ts';

/** WooCommerce: sales and credit notes of a WordPress shop. */
export const connector = defineConnector({
  id: 'woocommerce',
  nodeTypes: [woocommerceSales],
  connectionTypes: [woocommerceConnection],
  demo: { connection: woocommerceConnection.id, start: startDemoShop },
});
