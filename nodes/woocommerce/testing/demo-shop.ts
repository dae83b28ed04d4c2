import type { DemoServer } from '#nodes/kit/connector.ts';
import { PRODUCTS, RATES, type VatKind } from './demo-catalogue.ts';
import { demoOrders } from './demo-orders.ts';
import { type FakeShop, startFakeShop } from './fake.ts';
import { type ShopData, shopOf } from './shop-data.ts';

const CATEGORIES: Readonly<Record<VatKind | 'none', readonly string[]>> = {
  food: ['Th&eacute;s'],
  standard: ['Accessoires'],
  salon: [],
  none: [],
};

/**
 * Ports to try, in this order: the address is part of the documents' keys, so that the demo shop should come up at the
 * same place each time, or yesterday's postings would not be recognised.
 */
const PORTS = [47_110, 47_111, 47_112, 47_113, 0];

function demoShop(now: Date): ShopData {
  return {
    ...shopOf(demoOrders(now)),
    taxes: RATES.map(({ id, country, percent, name }) => ({ id, country, rate: percent.toFixed(4), name })),
    products: PRODUCTS.map(({ id, vat }) => ({ id, categories: CATEGORIES[vat ?? 'none'].map((name) => ({ name })) })),
    settings: {
      general: [
        { id: 'woocommerce_currency', value: 'EUR' },
        { id: 'woocommerce_default_country', value: 'FR' },
        { id: 'blogname', value: 'Thé & Co (demo)' },
      ],
      tax: [{ id: 'woocommerce_prices_include_tax', value: 'yes' }],
    },
  };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

async function startOnFirstFree(shop: ShopData): Promise<FakeShop> {
  for (const port of PORTS) {
    try {
      return await startFakeShop({ shop, port });
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new Error('no port for the demo shop');
}

/** Starts "Thé & Co (demo)": invented orders of the last 75 days, served on loopback as a real shop would. */
export async function startDemoShop(now: Date = new Date()): ReturnType<DemoServer['start']> {
  const { fields, secrets, close } = await startOnFirstFree(demoShop(now));
  return { fields, secrets, close };
}
