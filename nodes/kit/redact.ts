import type { Message } from '#schemas/messages.ts';

/** Removes secrets from a text that is about to be stored or shown. */
export type Redactor = (text: string) => string;

const HIDDEN = '[hidden]';
/** Below this many characters a base64 core would match by chance all over a text. */
const MINIMAL_CORE = 6;
const BASE64_CHARACTER = /[A-Za-z0-9+/_-]/;

const SECRET_NAMES = [
  'consumer_key',
  'consumer_secret',
  'oauth_[a-z_]+',
  'signature',
  'sig',
  'hmac',
  '(?:[a-z]+[-_])?token',
  'client_secret',
  'secret',
  'pass(?:word|wd|phrase)?',
  'pwd',
  'api[-_]?key',
  'ws_key',
  'private[-_]?key',
  'session[-_]?id',
].join('|');

/** Headers whose value is a credential, up to the end of the line or of the quoted string. */
const HEADER =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-[a-z-]*(?:token|key|secret))(["']?\s*[:=]\s*["']?)[^"'\r\n]+/gi;
const QUERY = new RegExp(`([?&;\\s]|^)(${SECRET_NAMES})=[^&\\s"'<>]*`, 'gi');
const JSON_FIELD = new RegExp(`("(?:${SECRET_NAMES})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, 'gi');
const XML_FIELD = new RegExp(`(<(?:[\\w-]+:)?(?:${SECRET_NAMES})(?:\\s[^>]*)?>)[^<]+`, 'gi');

/** Percent-encoding of RFC 3986, which also escapes the five characters that encodeURIComponent leaves. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function toUnicodeEscapes(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function lowerPercent(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** The ways in which libraries write a text into a URL, JSON, XML or a dump. */
function writtenForms(secret: string): string[] {
  const wellFormed = secret.toWellFormed();
  const json = JSON.stringify(secret).slice(1, -1);
  const form = new URLSearchParams({ k: wellFormed }).toString().slice('k='.length);
  const percent = [encodeURIComponent(wellFormed), percentEncode(wellFormed), form];
  const xml = escapeXml(secret);
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    ...percent,
    ...percent.map(lowerPercent),
    // An OAuth 1 base string encodes what is already encoded.
    ...percent.map(encodeURIComponent),
    json,
    json.replaceAll('/', '\\/'),
    toUnicodeEscapes(json),
    toUnicodeEscapes(json.replaceAll('/', '\\/')),
    JSON.stringify(json).slice(1, -1),
    xml,
    xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ];
}

/**
 * What stands in the base64 of every text that contains the secret, for its three possible positions: the characters
 * that depend on the secret alone. That covers "user:secret" of Basic authentication whoever the user is.
 */
function base64Cores(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((offset * 8) / 6);
    const core = encoded.slice(from, Math.floor(((offset + bytes.length) * 8) / 6));
    return core.length < MINIMAL_CORE ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Replaces each whole base64 word that has the core in it: its first and last letters hold bits of the secret too. */
function hideWords(text: string, core: string): string {
  let result = '';
  let rest = 0;
  for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, rest)) {
    let from = at;
    while (from > rest && BASE64_CHARACTER.test(text.charAt(from - 1))) from -= 1;
    let to = at + core.length;
    while (to < text.length && BASE64_CHARACTER.test(text.charAt(to))) to += 1;
    while (text.charAt(to) === '=') to += 1;
    result += text.slice(rest, from) + HIDDEN;
    rest = to;
  }
  return result + text.slice(rest);
}

/** A key in several lines can be quoted line by line; the lines are then secrets of their own. */
function partsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= 16 && !line.startsWith('-----'));
  return [secret, secret.trim(), ...lines];
}

function longestFirst(forms: string[]): string[] {
  return [...new Set(forms)].filter((form) => form.length > 0).sort((a, b) => b.length - a.length);
}

function hideByName(text: string): string {
  return text
    .replace(HEADER, `$1$2${HIDDEN}`)
    .replace(QUERY, `$1$2=${HIDDEN}`)
    .replace(JSON_FIELD, `$1"${HIDDEN}"`)
    .replace(XML_FIELD, `$1${HIDDEN}`);
}

/** Whether a text holds one of the secrets, in any form in which they travel. For tests that nothing leaks. */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const parts = secrets.flatMap(partsOf).filter((part) => part.length > 0);
  return [...parts.flatMap(writtenForms), ...parts.flatMap(base64Cores)].some((form) => text.includes(form));
}

/**
 * Makes a function that removes the given secrets from a text in every form in which they travel: as they are,
 * URL-, JSON- and XML-escaped, in hex, in base64 (alone or inside "user:secret"). It also blanks credentials that it
 * knows by name only: Authorization headers, cookies, `consumer_secret=…`, `"password": "…"`.
 *
 * @example
 * createRedactor(['s3cret'])('GET /?k=s3cret') // 'GET /?k=[hidden]'
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const parts = secrets.flatMap(partsOf).filter((part) => part.length > 0);
  const forms = longestFirst(parts.flatMap(writtenForms));
  const cores = longestFirst(parts.flatMap(base64Cores));
  return (text) => {
    const withoutCores = cores.reduce(hideWords, text);
    return hideByName(forms.reduce((result, form) => result.replaceAll(form, HIDDEN), withoutCores));
  };
}

/** A message that is about to be stored or shown, without secrets in its text, its remedy or its parameters. */
export function redactMessage(message: Message, redact: Redactor): Message {
  const params = Object.fromEntries(Object.entries(message.params).map(([name, value]) => [name, redact(value)]));
  return { ...message, params, text: redact(message.text), remedy: message.remedy && redact(message.remedy) };
}
