/** Error answers of WooCommerce 11.0.1, recorded 2026-11-21; those about webhooks and writing after its source. */
export interface ShopErrorAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

function answer(status: number, code: string, message: string, data: Record<string, unknown> = {}): ShopErrorAnswer {
  return { status, body: { code, message, data: { status, ...data } } };
}

export const badSecret = answer(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.');
export const noAuth = answer(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
export const noRoute = answer(404, 'rest_no_route', 'No route was found matching the URL and request method.');
export const noOrder = answer(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
export const noZone = answer(404, 'woocommerce_rest_shipping_zone_invalid', 'Invalid resource ID.');
export const noTerm = answer(404, 'woocommerce_rest_term_invalid', 'Resource does not exist.');
export const noWrite = answer(
  401,
  'woocommerce_rest_authentication_error',
  'The API key provided does not have write permissions.',
);
export const noWebhook = answer(404, 'woocommerce_rest_shop_webhook_invalid_id', 'Invalid ID.');
export const badSignature = answer(
  401,
  'woocommerce_rest_authentication_error',
  'Invalid signature - provided signature does not match.',
);

export function badParam(name: string, reason: string): ShopErrorAnswer {
  return answer(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
    params: { [name]: reason },
    details: { [name]: { code: 'rest_out_of_bounds', message: reason, data: null } },
  });
}
