import { z } from 'zod';
import type { ConnectionReport } from '#nodes/kit/connection-type.ts';
import { AuthError, RemoteRefusedError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { ShopContext } from './access.ts';
import { openShop, type ShopClient } from './client.ts';
import { messages } from './messages.ts';
import { readListPage } from './read-list.ts';

const settingsSchema = z.array(z.object({ id: z.string(), value: z.unknown() }));
const versionSchema = z.object({ version: z.string().min(1) });

/** One group of the shop's settings by id; null when this key's user may not see them (a shop manager without rights). */
async function readSettings(shop: ShopClient, group: string): Promise<ReadonlyMap<string, string> | null> {
  try {
    const { json } = await shop.get(`/settings/${group}`);
    const settings = settingsSchema.safeParse(json).data;
    if (!settings) return null;
    return new Map(settings.map(({ id, value }) => [id, typeof value === 'string' ? value : '']));
  } catch (error) {
    if (error instanceof AuthError || error instanceof RemoteRefusedError) return null;
    throw error;
  }
}

function describeSettings(general: ReadonlyMap<string, string>, tax: ReadonlyMap<string, string> | null): Message[] {
  const currency = general.get('woocommerce_currency');
  const includeTax = tax?.get('woocommerce_prices_include_tax');
  return [
    ...(currency ? [messages.build.found_currency({ currency })] : []),
    ...(includeTax === 'yes' ? [messages.build.found_prices_include_tax()] : []),
    ...(includeTax === 'no' ? [messages.build.found_prices_exclude_tax()] : []),
  ];
}

/**
 * Tries the connection by reading, and says what it found. Each order carries the version of WooCommerce that wrote it,
 * so the newest tells the shop's own.
 *
 * @throws AuthError, SettingsError, RemoteRefusedError or RemoteDownError with the remedy
 */
export async function testShop(context: ShopContext): Promise<ConnectionReport> {
  const shop = await openShop(context);
  const { rows, total } = await readListPage(shop, '/orders', { per_page: '1', orderby: 'id', order: 'desc' }, 1);
  const version = versionSchema.safeParse(rows[0]).data?.version;
  const general = await readSettings(shop, 'general');
  const tax = await readSettings(shop, 'tax');
  return {
    findings: [
      messages.build.found_shop({ shop: shop.address.shop, orders: String(total ?? rows.length) }),
      ...(version ? [messages.build.found_version({ version })] : []),
      ...(general ? describeSettings(general, tax) : [messages.build.found_settings_hidden()]),
    ],
  };
}
