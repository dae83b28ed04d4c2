import type { Catalogue, ConnectionTypeInfo, TemplateInfo } from '#schemas/api/catalogue.ts';

/** A template and the one connection it needs, of a kind that can be tried without an account anywhere. */
export interface FirstStart {
  readonly template: TemplateInfo;
  readonly shop: ConnectionTypeInfo;
}

/** The shortest way to a first preview: a template that needs nothing but a shop with a demo; null where there is none. */
export function firstStart({ templates, connectionTypes }: Catalogue): FirstStart | null {
  for (const template of templates) {
    const needed = Object.values(template.slots);
    const shop = connectionTypes.find(({ id, hasDemo }) => hasDemo && needed.every(({ type }) => type === id));
    if (needed.length > 0 && shop) return { template, shop };
  }
  return null;
}
