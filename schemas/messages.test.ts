import { expect, it } from 'vitest';
import { defineMessages, renderMessage } from './messages.ts';

const { build } = defineMessages('sample', {
  refused: { text: { en: 'It said: {detail}', fr: 'Réponse : {detail}', nl: 'Antwoord: {detail}' } },
});

it('quotes what another system answered in a form that a database can keep', () => {
  const message = build.refused({ detail: `(\0\0 \uD83D ${'é😀'}` });
  expect(message.params).toEqual({ detail: '(\uFFFD\uFFFD \uFFFD é😀' });
  expect(message.text).toBe('It said: (\uFFFD\uFFFD \uFFFD é😀');
});

it('leaves every other text as it is', () => {
  const params = { detail: 'été\n“ok” 😀' };
  expect(build.refused(params).params).toEqual(params);
});

const worded = defineMessages('worded', {
  table_sales: { text: { en: 'Sales', fr: 'Ventes', nl: 'Verkopen' } },
  wrong: {
    text: { en: '“{table}” is wrong', fr: '« {table} » est faux', nl: '“{table}” klopt niet' },
    words: { table: 'table_' },
  },
});

it('says names in place of ids, in the language of the reader, and keeps ids in what is stored', () => {
  const message = worded.build.wrong({ table: 'sales' });
  expect(message.params).toEqual({ table: 'sales' });
  expect(message.text).toBe('“Sales” is wrong');
  expect(renderMessage(worded.catalogue, message, 'fr').text).toBe('« Ventes » est faux');
});

it('leaves an id that has no name as it is', () => {
  const message = worded.build.wrong({ table: 'stock' });
  expect(message.text).toBe('“stock” is wrong');
  expect(renderMessage(worded.catalogue, message, 'nl').text).toBe('“stock” klopt niet');
});
