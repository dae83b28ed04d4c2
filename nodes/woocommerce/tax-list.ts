import { z } from 'zod';
import type { ListValue } from '#nodes/kit/lists.ts';
import type { ShopClient } from './client.ts';
import { rateText } from './map-taxes.ts';
import { readWholeList } from './read-list.ts';
import { plainText } from './text.ts';
import { wireAmount, wireText } from './wire-values.ts';

const taxSchema = z.object({ country: wireText, rate: wireAmount, name: wireText });

interface Tax {
  readonly rate: string;
  readonly country: string;
  readonly name: string;
}

/** What bears no VAT is looked up under this rate. */
const UNTAXED: Tax = { rate: '0', country: '', name: '' };

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(', ');
}

function rateValue(rate: string, taxes: readonly Tax[]): ListValue {
  const country = distinct(taxes.map((tax) => tax.country));
  return { value: rate, name: country === '' ? `${rate} %` : `${rate} % (${country})`, details: { rate, country } };
}

function nameValue(name: string, taxes: readonly Tax[]): ListValue {
  const rate = distinct(taxes.map((tax) => tax.rate));
  const country = distinct(taxes.map((tax) => tax.country));
  return { value: name, name: `${name} (${rate} %)`, details: { kind: 'name', rate, country } };
}

/**
 * The shop's taxes: each rate once, then each name once (`details.kind` "name"), for rules may go by either. Without VAT
 * is one of the rates.
 */
export async function readTaxes(shop: ShopClient): Promise<ListValue[]> {
  const rows = await readWholeList(shop, '/taxes', { per_page: '100' });
  const taxes = rows.flatMap((row): Tax[] => {
    const { data } = taxSchema.safeParse(row);
    if (!data) return [];
    return [{ rate: rateText(data.rate), country: data.country.toUpperCase(), name: plainText(data.name) }];
  });
  const byRate = Map.groupBy([...taxes, UNTAXED], ({ rate }) => rate);
  const byName = Map.groupBy(taxes, ({ name }) => name);
  byName.delete('');
  return [
    ...[...byRate].map(([rate, same]) => rateValue(rate, same)),
    ...[...byName].map(([name, same]) => nameValue(name, same)),
  ];
}
