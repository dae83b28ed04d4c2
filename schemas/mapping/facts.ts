import type { Party } from '../documents/party.ts';
import type { SalesDocument, SalesLine, SalesPayment, SalesTax } from '../documents/sales-document.ts';
import { decimal } from '../money.ts';
import type { MappingFacts } from './look-up.ts';

/** Whose country counts: where the goods go, or who is invoiced. The other address stands in when one is missing. */
export type AddressChoice = 'delivery' | 'billing';

export function countryOf(buyer: Party, address: AddressChoice): string | null {
  const other = address === 'delivery' ? 'billing' : 'delivery';
  return buyer[address]?.country ?? buyer[other]?.country ?? null;
}

function texts(...values: readonly (string | null | undefined)[]): readonly string[] | undefined {
  const known = values.filter((value): value is string => typeof value === 'string' && value !== '');
  return known.length > 0 ? known : undefined;
}

function defined(facts: { readonly [K in keyof MappingFacts]: MappingFacts[K] | undefined }): MappingFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/**
 * What rules can ask about a document as a whole. The payment method is the one that the customer chose, else that of the
 * document's first payment: a refund in cash does not move the sale to another account.
 *
 * @param payment for questions about one payment: then the method is that one's
 */
export function documentFacts(
  document: SalesDocument,
  address: AddressChoice,
  payment: Pick<SalesPayment, 'method' | 'methodTitle'> | undefined = document.paymentMethod ?? document.payments[0],
): MappingFacts {
  const { buyer, source, carrier } = document;
  return defined({
    method: texts(payment?.method, payment?.methodTitle),
    carrier: texts(carrier?.id, carrier?.name),
    group: texts(buyer.group),
    country: texts(countryOf(buyer, address)),
    shop: texts(source.channel, source.shopName, source.shop),
  });
}

/**
 * What rules can ask about a line of a document, or a part of it.
 *
 * @param base facts of the document
 * @param tax the tax that the part bears; null for what bears none, which goes by rate "0"
 */
export function lineFacts(base: MappingFacts, line: SalesLine | null, tax: SalesTax | null): MappingFacts {
  return {
    ...base,
    ...defined({
      category: texts(...(line?.productCategories ?? [line?.productCategory])),
      tax: tax === null ? ['0'] : texts(decimal(tax.rate).toString(), tax.name),
    }),
    ...(line?.carrier ? defined({ carrier: texts(line.carrier.id, line.carrier.name) }) : {}),
  };
}
