import { expect, it } from 'vitest';
import type { Catalogue, ConnectionTypeInfo, TemplateInfo } from '#schemas/api/catalogue.ts';
import { flowDefinitionSchema } from '#schemas/flow.ts';
import { firstStart } from './first-start.ts';

const name = (text: string) => ({ en: text, fr: text, nl: text });

function connectionType(id: string, hasDemo: boolean): ConnectionTypeInfo {
  const texts = { title: name(id), description: name(id), fields: { en: {}, fr: {}, nl: {} } };
  return { id, texts, fields: {}, secrets: [], hasDemo };
}

function template(id: string, types: readonly string[]): TemplateInfo {
  return {
    ...{ id, title: name(id), description: name(id), tags: [], settings: {}, settingTexts: { en: {}, fr: {}, nl: {} } },
    slots: Object.fromEntries(types.map((type) => [type, { type }])),
    flow: flowDefinitionSchema.parse({
      ...{ format: 'passerelle.flow/1', name: id, connections: {} },
      nodes: {},
      edges: [],
    }),
  };
}

const catalogue = (templates: TemplateInfo[]): Catalogue => ({
  ...{ nodeTypes: [], messages: {}, templates },
  connectionTypes: [connectionType('server', false), connectionType('shop', true)],
});

it('is the first template that needs nothing but a shop with a demo', () => {
  const templates = [template('both', ['shop', 'server']), template('other', ['server']), template('shop', ['shop'])];
  expect(firstStart(catalogue(templates))).toMatchObject({ template: { id: 'shop' }, shop: { id: 'shop' } });
});

it('is nothing where every template needs an account somewhere', () => {
  expect(firstStart(catalogue([template('none', []), template('other', ['server'])]))).toBeNull();
});
