import type { RawRecord } from './shop-data.ts';
import { noRoute, noTerm, noZone, type ShopErrorAnswer } from './shop-errors.ts';

/** Lists of a shop beside its orders, in the shapes of WooCommerce's REST API version 3. The content is invented. */
export interface ReferenceLists {
  readonly statuses: readonly RawRecord[];
  readonly countries: readonly RawRecord[];
  readonly zones: readonly { readonly zone: RawRecord; readonly methods: readonly RawRecord[] }[];
  readonly categories: readonly RawRecord[];
}

const STATUSES: readonly (readonly [string, string])[] = [
  ['pending', 'Pending payment'],
  ['processing', 'Processing'],
  ['on-hold', 'On hold'],
  ['completed', 'Completed'],
  ['cancelled', 'Cancelled'],
  ['refunded', 'Refunded'],
  ['failed', 'Failed'],
  ['checkout-draft', 'Draft'],
];

const COUNTRIES = ['BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IT', 'LU', 'NL', 'US'];
const NAMES = new Intl.DisplayNames('en', { type: 'region' });

function method(instance_id: number, method_id: string, title: string, enabled = true): RawRecord {
  return { id: instance_id, instance_id, title, order: instance_id, enabled, method_id, method_title: 'Flat rate' };
}

/** A shop of two zones and the zone of everywhere else, which has the id 0. */
export function referenceLists(): ReferenceLists {
  return {
    statuses: STATUSES.map(([slug, name], index) => ({ slug, name, total: index })),
    countries: COUNTRIES.map((code) => ({ code, name: NAMES.of(code) ?? code, states: [] })),
    zones: [
      {
        zone: { id: 1, name: 'Belgique', order: 0 },
        methods: [method(1, 'flat_rate', 'bpost'), method(2, 'local_pickup', 'Retrait en magasin')],
      },
      {
        zone: { id: 2, name: 'France', order: 1 },
        methods: [method(3, 'flat_rate', 'Colissimo'), method(4, 'flat_rate', 'bpost')],
      },
      { zone: { id: 0, name: 'Locations not covered by your other zones', order: 0 }, methods: [] },
    ],
    categories: [
      { id: 15, name: 'Th&eacute;s', slug: 'thes', parent: 0, count: 3 },
      { id: 16, name: 'Th&eacute;s verts', slug: 'thes-verts', parent: 15, count: 1 },
      { id: 17, name: 'Accessoires', slug: 'accessoires', parent: 0, count: 3 },
    ],
  };
}

/** What these routes answer: a whole list, one that is cut into pages, or an error. Null for a route of another kind. */
export type ReferenceAnswer = ShopErrorAnswer | { readonly thing: unknown } | { readonly paged: readonly RawRecord[] };

/** @param parts of the path below /wc/v3/ */
export function routeReferences(parts: readonly string[], lists: ReferenceLists): ReferenceAnswer | null {
  const [resource, second, third, fourth] = parts;
  if (resource === 'reports') return second === 'orders' && third === 'totals' ? { thing: lists.statuses } : noRoute;
  if (resource === 'data') return second === 'countries' && third === undefined ? { thing: lists.countries } : noRoute;
  if (resource === 'products') {
    if (second !== 'categories') return noRoute;
    return third === undefined ? { paged: lists.categories } : noTerm;
  }
  if (resource !== 'shipping' || second !== 'zones') return null;
  if (third === undefined) return { thing: lists.zones.map(({ zone }) => zone) };
  const found = lists.zones.find(({ zone }) => String(zone['id']) === third);
  if (!found) return noZone;
  if (fourth === undefined) return { thing: found.zone };
  return fourth === 'methods' ? { thing: found.methods } : noRoute;
}
