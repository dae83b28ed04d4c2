/** Entities that WordPress writes into names; anything else stays as it is. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

function decodeOne(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Text as people read it: HTML entities decoded, white space collapsed. */
export function plainText(text: string): string {
  return text
    .replaceAll(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});/g, decodeOne)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function plainTextOrNull(text: string): string | null {
  return plainText(text) || null;
}

/** The words of an HTML page or message, cut short: for showing what a shop answered. */
export function wordsOf(html: string, length = 200): string {
  const withoutCode = html.slice(0, 20_000).replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ');
  return plainText(withoutCode.replaceAll(/<[^>]*>/g, ' ')).slice(0, length);
}
