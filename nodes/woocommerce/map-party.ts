import type { Address, Party } from '#schemas/documents/party.ts';
import type { AddressRecord, Meta, OrderRecord } from './records.ts';
import { plainText, plainTextOrNull } from './text.ts';

/** Order fields in which VAT plugins keep the number, the commonest first. WooCommerce itself has none. */
const VAT_NUMBER_KEYS = [
  '_billing_vat_number',
  '_vat_number',
  'vat_number',
  '_billing_vat',
  'billing_vat',
  '_billing_eu_vat_number',
  '_oss_vat_number',
  '_billing_vat_id',
  '_billing_dic',
];
/** Extra fields of the block checkout: "_wc_billing/<plugin>/<field>". */
const BLOCK_CHECKOUT_KEY = /^_wc_(billing|other)\/.*vat/i;

function metaText(meta: Meta | undefined): string {
  const value = meta?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The VAT number as typed, upper-cased, without spaces, dots and dashes; the first non-empty field wins. */
export function vatNumberOf(meta: readonly Meta[], extraKeys: readonly string[]): string | null {
  const named = [...extraKeys, ...VAT_NUMBER_KEYS].map((key) => meta.find((entry) => entry.key === key));
  const found = [...named, ...meta.filter((entry) => BLOCK_CHECKOUT_KEY.test(entry.key))];
  for (const entry of found) {
    const number = metaText(entry)
      .toUpperCase()
      .replaceAll(/[\s.-]/g, '');
    if (number !== '') return number;
  }
  return null;
}

export function vatExemptOf(meta: readonly Meta[]): boolean | null {
  const value = metaText(meta.find((entry) => entry.key === 'is_vat_exempt')).toLowerCase();
  return value === 'yes' ? true : value === 'no' ? false : null;
}

function mapAddress(record: AddressRecord): Address | null {
  if (!record) return null;
  const country = record.country.toUpperCase();
  const address = {
    line1: plainText(record.address_1),
    line2: plainText(record.address_2),
    postcode: plainText(record.postcode),
    city: plainText(record.city),
    region: plainText(record.state),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
  };
  return Object.values(address).some(Boolean) ? address : null;
}

function fullName(record: AddressRecord): string {
  return record ? plainText(`${record.first_name} ${record.last_name}`) : '';
}

/** The buyer: what bookkeeping needs and no more (no phone, IP address, browser or note). */
export function mapBuyer(order: OrderRecord, vatNumberKeys: readonly string[]): Party {
  const company = plainTextOrNull(order.billing?.company ?? '') ?? plainTextOrNull(order.shipping?.company ?? '');
  return {
    id: order.customer_id && order.customer_id !== '0' ? order.customer_id : null,
    name: fullName(order.billing) || fullName(order.shipping) || (company ?? ''),
    company,
    email: plainTextOrNull(order.billing?.email ?? ''),
    vatNumber: vatNumberOf(order.meta_data, vatNumberKeys),
    billing: mapAddress(order.billing),
    delivery: mapAddress(order.shipping),
  };
}
