import iconv from 'iconv-lite';
import { transliterate } from '#nodes/kit/transliterate.ts';
import { isPlain } from './clean-text.ts';

/** Encodings a file can be written in, under the names of iconv-lite. */
export const ENCODINGS = [
  'utf-8',
  'iso-8859-15',
  'windows-1252',
  'iso-8859-1',
  'ascii',
  'cp850',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'utf-7',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

const IANA_NAMES: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'iso-8859-1',
  ascii: 'us-ascii',
  cp850: 'ibm850',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  'utf-7': 'utf-7',
};

/** The name by which mail programs and browsers know the encoding. */
export function ianaName(encoding: Encoding): string {
  return IANA_NAMES[encoding];
}

function isUnicode(encoding: Encoding): boolean {
  return encoding.startsWith('utf-');
}

export interface Charset {
  readonly encoding: Encoding;
  readonly has: (character: string) => boolean;
  readonly encode: (text: string) => Uint8Array;
}

/**
 * A character set that knows what it lacks. iconv-lite writes "?" for such a character without a word, so each one is
 * tried there and back, once.
 */
export function charsetFor(encoding: Encoding): Charset {
  const known = new Map<string, boolean>();
  const tryOut = (character: string): boolean => {
    const found = iconv.decode(iconv.encode(character, encoding), encoding) === character;
    known.set(character, found);
    return found;
  };
  return {
    encoding,
    has: (character) => isUnicode(encoding) || (known.get(character) ?? tryOut(character)),
    encode: (text) => iconv.encode(text, encoding),
  };
}

/** The bytes that announce a Unicode file; none for the other encodings. */
export function byteOrderMark(encoding: Encoding): Uint8Array {
  return isUnicode(encoding) ? iconv.encode('\uFEFF', encoding) : new Uint8Array();
}

export interface Fitted {
  readonly text: string;
  /** Characters that the set lacks, in order of appearance, each once. */
  readonly missing: readonly string[];
}

/** Writes a text with characters of the set only: a likeness for those it lacks, else the replacement. */
export function fitToCharset(
  text: string,
  charset: Charset,
  how: { readonly transliterate: boolean; readonly replacement: string },
): Fitted {
  if (isPlain(text)) return { text, missing: [] };
  const missing = new Set<string>();
  let fitted = '';
  for (const character of text) {
    if (charset.has(character)) {
      fitted += character;
      continue;
    }
    missing.add(character);
    const likeness = how.transliterate ? transliterate(character) : '';
    fitted += likeness !== '' && [...likeness].every(charset.has) ? likeness : how.replacement;
  }
  return { text: fitted, missing: [...missing] };
}
