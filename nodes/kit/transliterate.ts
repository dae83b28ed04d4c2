/** Letters and signs that do not come apart into a base letter and a mark. Usage of French and Dutch typography. */
const LIKENESSES: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  þ: 'th',
  Þ: 'Th',
  '€': 'EUR',
  '£': 'GBP',
  '’': "'",
  '‘': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '.',
  '×': 'x',
  '°': 'o',
  '№': 'No',
};

/** A likeness of one character in plainer letters ("é" → "e", "œ" → "oe", "€" → "EUR"); '' when there is none. */
export function transliterate(character: string): string {
  const likeness = LIKENESSES[character];
  if (likeness !== undefined) return likeness;
  const apart = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return apart === character ? '' : apart;
}
