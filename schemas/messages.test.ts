import { expect, it } from 'vitest';
import { defineMessages } from './messages.ts';

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
