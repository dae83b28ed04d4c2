import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { SettingsError } from '#schemas/errors.ts';
import { acmeRegistry, acmeTemplate } from '../http/testing/acme.ts';
import { loadTemplates } from './load-templates.ts';
import { describeTemplate, instantiate, presentTemplate } from './templates.ts';

const registry = acmeRegistry();
const template = acmeTemplate();

it('asks its questions with the schema of the field they set and the default of its own flow', () => {
  expect(describeTemplate(template, registry)).toEqual({
    connections: {
      type: 'object',
      additionalProperties: false,
      properties: { shop: expect.objectContaining({ type: 'object' }) },
      required: ['shop'],
    },
    settings: {
      type: 'object',
      additionalProperties: false,
      properties: {
        journal: { type: 'string', maxLength: 6, default: 'VT' },
        vat: { type: 'string', default: '4457' },
      },
      required: [],
    },
  });
});

it('describes a connections file that holds the type beside the fields', () => {
  const accepts = new Ajv({ strict: false }).compile(describeTemplate(template, registry).connections);
  const { properties = {} } = (registry.connectionTypes.get('acme')?.fields ?? {}) as { properties?: object };
  const fields = Object.fromEntries(Object.keys(properties).map((name) => [name, 'https://acme.example']));
  expect(Object.keys(fields).length).toBeGreaterThan(0);
  expect(accepts({ shop: { type: 'acme', ...fields } })).toBe(true);
  expect(accepts({ shop: fields })).toBe(false);
  expect(accepts({})).toBe(false);
});

it('names its questions as the node names the field', () => {
  const { settingTexts, slots } = presentTemplate(template, registry);
  expect(settingTexts.nl).toEqual({
    journal: { title: 'Journal', help: 'Journal' },
    vat: { title: 'Domestic VAT', help: 'Domestic VAT' },
  });
  expect(slots).toEqual({ shop: { type: 'acme' } });
});

it('writes answers into a copy and leaves the template as it is', () => {
  const flow = instantiate(template, { vat: '44571' });
  expect(flow.nodes['entries']?.config).toEqual({ journal: 'VT', vat: { domestic: '44571' } });
  expect(template).toEqual(acmeTemplate());
  expect(() => instantiate(template, { vta: '1' })).toThrow(/no setting “vta”.*journal, vat/);
});

it('refuses a template file that asks for a field which does not exist, by its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'));
  try {
    await writeFile(join(folder, 'good.json'), JSON.stringify(template));
    expect((await loadTemplates(registry, folder)).map(({ id }) => id)).toEqual(['acme-books']);
    const settings = [{ name: 'journal', sets: ['entries.jurnal'] }];
    await writeFile(join(folder, 'bad.json'), JSON.stringify({ ...template, settings }));
    const loading = loadTemplates(registry, folder);
    await expect(loading).rejects.toThrow(SettingsError);
    await expect(loading).rejects.toThrow(/bad\.json.*entries\.jurnal/);
    await writeFile(join(folder, 'bad.json'), '{');
    await expect(loadTemplates(registry, folder)).rejects.toThrow(/bad\.json/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
