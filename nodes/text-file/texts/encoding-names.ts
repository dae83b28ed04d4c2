/** Names of encodings: the same in every language. */
export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'iso-8859-15': 'ISO-8859-15 (Latin-9)',
  'windows-1252': 'Windows-1252 (ANSI)',
  'iso-8859-1': 'ISO-8859-1 (Latin-1)',
  ascii: 'ASCII',
  cp850: 'CP850 (DOS)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
  'utf-7': 'UTF-7',
} as const;
