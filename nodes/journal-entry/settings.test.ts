import { expect, test } from 'vitest';
import { LANGUAGES } from '#schemas/localised.ts';
import { placeholdersOf } from '#schemas/messages.ts';
import { ACCOUNT_KEYS } from './accounts/chart-preset.ts';
import { connector } from './index.ts';
import { messageCatalogue } from './messages.ts';
import { bePcmn } from './presets/be-pcmn.ts';
import { frPcg } from './presets/fr-pcg.ts';
import { settingsSchema } from './settings.ts';
import { settings } from './testing/run-mapping.ts';

interface Field {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly enum?: readonly string[];
}

/** Every field of the schema by path, with the values of an enum. */
function fieldsOf(field: Field, path = ''): [string, readonly string[]][] {
  const own = Object.entries(field.properties ?? {}).flatMap(([name, child]): [string, readonly string[]][] => {
    const childPath = path ? `${path}.${name}` : name;
    return [[childPath, child.enum ?? []], ...fieldsOf(child, childPath)];
  });
  return field.items ? [...own, ...fieldsOf(field.items, `${path}[]`)] : own;
}

const [nodeType] = connector.nodeTypes;

test('every field and every choice has its texts in every language, and there is no text too many', () => {
  const fields = fieldsOf(settingsSchema);
  expect(fields.length).toBeGreaterThan(60);
  for (const language of LANGUAGES) {
    const texts = nodeType?.texts.fields[language] ?? {};
    expect(Object.keys(texts).sort()).toEqual(fields.map(([path]) => path).sort());
    for (const [path, values] of fields) {
      expect(texts[path]?.title).not.toBe('');
      expect(texts[path]?.help).not.toBe('');
      expect(Object.keys(texts[path]?.options ?? {})).toEqual([...values]);
    }
  }
});

test('the settings are complete by default, and a field that does not exist is refused', () => {
  expect(settings()).toMatchObject({ chart: 'fr-pcg', rounding: { limit: '0.05', where: 'account' }, vatRules: [] });
  expect(() => settings({ acounts: {} })).toThrow();
});

test('the settings offer every account of the presets', () => {
  expect(Object.keys(settingsSchema.properties.accounts.properties)).toEqual([...ACCOUNT_KEYS]);
});

test.each([frPcg, bePcmn])('the preset of $country begins every account with three digits', (preset) => {
  for (const key of ACCOUNT_KEYS) expect(preset.accounts[key]).toMatch(/^\d{3}/);
});

test('messages speak of the same things in every language', () => {
  for (const { text, remedy } of Object.values(messageCatalogue)) {
    for (const localised of remedy ? [text, remedy] : [text]) {
      const { en, fr, nl } = placeholdersOf(localised);
      expect([...new Set(fr.split(','))]).toEqual([...new Set(en.split(','))]);
      expect([...new Set(nl.split(','))]).toEqual([...new Set(en.split(','))]);
    }
  }
});

test('a message that names the setting which mends it names one that there is', () => {
  const fields = new Set(fieldsOf(settingsSchema).map(([path]) => path));
  const named = Object.values(messageCatalogue).flatMap(({ setting }) => (setting === undefined ? [] : [setting]));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((setting) => !fields.has(setting))).toEqual([]);
});
