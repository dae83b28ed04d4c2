import { expect, test } from 'vitest';
import type { Party } from '#schemas/documents/party.ts';
import { type PartyWriting, removeAccents, writeParty } from './party-writing.ts';

test.each([
  ['Œuvre œcuménique', 'OEuvre oecumenique'],
  ['Straße, GROẞ', 'Strasse, GROSS'],
  ['Łódź łąka', 'Lodz laka'],
  ['Élodie Noël', 'Elodie Noel'],
  // The same name typed with combining marks.
  ['E\u0301lodie Noe\u0308l', 'Elodie Noel'],
  // Two marks on one letter, which no single character stands for.
  ['q\u0323\u0307', 'q'],
  ['Ærø Ångström', 'AEro Angstrom'],
  ['İstanbul ılık', 'Istanbul ilik'],
  ['Þór Ðuro', 'Thor Duro'],
  ['ĳsvogel', 'ijsvogel'],
  ['Ελένη 茶', 'Ελενη 茶'],
  ['L’Œil « 5 € »', 'L’OEil « 5 € »'],
])('AT-107 "%s" without accents is "%s"', (text, plain) => {
  expect(removeAccents(text)).toBe(plain);
});

const address = { line1: 'Straße 1', line2: 'bte i', postcode: '1000a', city: 'Liège', region: 'É', country: 'BE' };
const party: Party = {
  id: '39',
  name: 'Élodie Weiß',
  company: 'Iğdır ß & fils',
  email: 'Elodie@Shop.example',
  vatNumber: 'BE0123456749',
  billing: address,
  delivery: null,
};
const asItIs: PartyWriting = { accents: 'keep', nameCase: 'keep', addressCase: 'keep' };

test('AT-107 names and addresses lose their accents, what rules and matching go by stays', () => {
  expect(writeParty(party, { ...asItIs, accents: 'remove' })).toEqual({
    ...party,
    name: 'Elodie Weiss',
    company: 'Igdir ss & fils',
    billing: { ...address, line1: 'Strasse 1', city: 'Liege', region: 'E' },
  });
});

test('AT-108 names in capitals follow Unicode, not the language of the machine', () => {
  const written = writeParty(party, { ...asItIs, nameCase: 'upper' });
  expect(written.name).toBe('ÉLODIE WEISS');
  // In Turkish "i" would become "İ".
  expect(written.company).toBe('IĞDIR SS & FILS');
  expect(written.billing).toEqual(address);
});

test('AT-109 addresses in capitals, the postcode and the country as they are', () => {
  const written = writeParty(party, { ...asItIs, addressCase: 'upper' });
  expect(written.billing).toEqual({ ...address, line1: 'STRASSE 1', line2: 'BTE I', city: 'LIÈGE', region: 'É' });
  expect(written.name).toBe(party.name);
});

test('a party that is to stay as it is, is the same object', () => {
  expect(writeParty(party, asItIs)).toBe(party);
});
