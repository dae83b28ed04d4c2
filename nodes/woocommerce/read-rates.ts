import { z } from 'zod';
import type { Decimal } from '#schemas/money.ts';
import type { ShopClient } from './client.ts';
import { isGone } from './judge-answer.ts';
import { wireAmount } from './wire-values.ts';

const rateSchema = z.object({ rate: wireAmount });

/** The percentage of a tax rate of the shop; null when it was deleted there or this key may not see it. */
async function readRate(shop: ShopClient, id: string): Promise<Decimal | null> {
  try {
    const { json } = await shop.get(`/taxes/${id}`);
    return rateSchema.safeParse(json).data?.rate ?? null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Asks for percentages that tax lines do not carry, each once; those not found are left out. */
export async function readRates(shop: ShopClient, ids: Iterable<string>): Promise<Map<string, Decimal>> {
  const rates = new Map<string, Decimal>();
  for (const id of new Set(ids)) {
    const rate = await readRate(shop, id);
    if (rate) rates.set(id, rate);
  }
  return rates;
}
