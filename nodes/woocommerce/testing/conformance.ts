import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceSetup } from '#nodes/kit/testing.ts';
import { startFakeShop } from './fake.ts';
import { recordedCase, shopOf } from './shop-data.ts';

/** A fake shop holding every recorded order. */
export function startFake() {
  const files = readdirSync(join(import.meta.dirname, 'fixtures/recorded'));
  return startFakeShop({ shop: shopOf(files.map((file) => recordedCase(file.replace('.json', '')))) });
}

export const conformance: ConformanceSetup = {
  startFake,
  sources: [
    {
      nodeType: 'woocommerce-sales',
      config: {
        dateAxis: 'paid',
        statuses: ['processing', 'completed', 'refunded'],
        creditNotes: true,
        perPage: 15,
        vatNumberKeys: [],
        productCategories: false,
      },
    },
  ],
};
