import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#schemas/localised.ts';
import { placeholdersOf } from '#schemas/messages.ts';
import { configSchema } from './config.ts';
import { messages } from './messages.ts';
import { texts } from './texts.ts';

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it.each(Object.entries(configSchema.properties))('name the setting %s and its choices', (name, schema) => {
    const field = texts.fields[language][name];
    expect(field?.title).toBeTruthy();
    expect(field?.help).toBeTruthy();
    const choices = 'enum' in schema ? schema.enum : [];
    expect(Object.keys(field?.options ?? {})).toEqual([...choices]);
  });
});

it.each(Object.entries(messages.catalogue))('%s speaks of the same things in every language', (_code, { text }) => {
  const { en, fr, nl } = placeholdersOf(text);
  expect([fr, nl]).toEqual([en, en]);
});
