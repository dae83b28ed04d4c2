import { z } from 'zod';
import type { CallContext, ConnectionAccess } from '#nodes/kit/context.ts';
import type { HttpResponse } from '#nodes/kit/http.ts';
import { AuthError, RemoteDownError, RemoteRefusedError } from '#schemas/errors.ts';
import { messages } from './messages.ts';

type Context = Pick<CallContext, 'http'> & { readonly connection: ConnectionAccess };

/** Orders stay unknown here: one that is malformed must not take the page with it. */
const pageSchema = z.object({ orders: z.array(z.unknown()), total: z.int().nonnegative() });
export type OrdersPage = z.infer<typeof pageSchema>;

function parse(text: string): OrdersPage | null {
  try {
    return pageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function judge({ status, text }: HttpResponse, host: string): OrdersPage {
  if (status === 401 || status === 403) throw new AuthError(messages.build.refused({ host, status: String(status) }));
  if (status >= 300) throw new RemoteRefusedError(messages.build.request_refused({ host, status: String(status) }));
  const page = parse(text);
  if (!page) throw new RemoteDownError(messages.build.not_a_list({ host }));
  return page;
}

/**
 * Reads one page of the shop's orders, oldest first. The only place that knows the shop's HTTP.
 *
 * @throws AuthError for a refused key, RemoteRefusedError for a refused request, RemoteDownError for no sound answer
 */
export async function readOrders(
  { http, connection }: Context,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<OrdersPage> {
  const url = new URL('orders', `${String(connection.fields['url']).replace(/\/$/, '')}/`);
  const response = await http.send({
    url: url.href,
    query: { page: String(page), per_page: String(perPage) },
    headers: { authorization: `Bearer ${connection.secrets['apiKey'] ?? ''}` },
  });
  return judge(response, url.host);
}
