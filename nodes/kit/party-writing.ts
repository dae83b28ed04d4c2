import type { Address, Party } from '#schemas/documents/party.ts';
import { transliterate } from './transliterate.ts';

/** How names and addresses of customers are written in the books: many packages take capitals without accents only. */
export interface PartyWriting {
  readonly accents: 'keep' | 'remove';
  readonly nameCase: 'keep' | 'upper';
  readonly addressCase: 'keep' | 'upper';
}

/**
 * Letters without their accents: "Łukasz Œuvré" → "Lukasz OEuvre". Signs stay as they are, and so do letters that have
 * no likeness (Greek, Cyrillic): a name is never emptied.
 */
export function removeAccents(text: string): string {
  return text.normalize('NFC').replaceAll(/\P{ASCII}/gu, (character) => {
    if (/\p{M}/u.test(character)) return '';
    return /\p{L}/u.test(character) ? transliterate(character) || character : character;
  });
}

/**
 * Capitals by the rules of Unicode alone: those of the machine's language would make "İ" of a Turkish server's "i", and
 * another entry of the same document.
 */
function write(text: string, accents: PartyWriting['accents'], letters: 'keep' | 'upper'): string {
  const plain = accents === 'remove' ? removeAccents(text) : text;
  return letters === 'upper' ? plain.toUpperCase() : plain;
}

function writeAddress(address: Address | null, { accents, addressCase }: PartyWriting): Address | null {
  if (!address) return null;
  const inWriting = (text: string) => write(text, accents, addressCase);
  const { line1, line2, city, region } = address;
  return {
    ...address,
    line1: inWriting(line1),
    line2: inWriting(line2),
    city: inWriting(city),
    region: inWriting(region),
  };
}

/**
 * The party with its names and addresses as they are to stand in the books. What rules, VAT and matching go by (country,
 * group, VAT number, e-mail address, postcode) is not touched.
 */
export function writeParty(party: Party, writing: PartyWriting): Party {
  const { accents, nameCase, addressCase } = writing;
  if (accents === 'keep' && nameCase === 'keep' && addressCase === 'keep') return party;
  return {
    ...party,
    name: write(party.name, accents, nameCase),
    company: party.company === null ? null : write(party.company, accents, nameCase),
    billing: writeAddress(party.billing, writing),
    delivery: writeAddress(party.delivery, writing),
  };
}
