import { SettingsError } from '#schemas/errors.ts';
import { messages } from './messages.ts';

/** Where a shop is. */
export interface ShopAddress {
  /** Scheme, host and folder without trailing slash: "https://shop.example/boutique". */
  readonly base: string;
  /** Host and folder: the shop's stable name in keys and messages, the same for http and https. */
  readonly shop: string;
  readonly hostname: string;
  readonly isEncrypted: boolean;
}

/** Parts that people paste along with the address: the API, the back office, the shop's start page file. */
const PASTED_TAIL = /\/(wp-json|wp-admin|wp-login\.php|index\.php)(\/.*)?$/i;

function parse(text: string): URL | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(withScheme) ? new URL(withScheme) : null;
}

/**
 * Reads the address as people paste it: with or without scheme, trailing slash, query or /wp-json path; a sub-folder is kept.
 *
 * @throws SettingsError when it is no web address, or carries a user name and password
 */
export function parseShopAddress(text: string): ShopAddress {
  const url = parse(text.trim());
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  if (!url || !isWeb || url.username !== '' || url.password !== '') {
    // An address with a password in it must not be repeated in a message.
    const shown = text.includes('@') ? text.replace(/\/\/[^@]*@/, '//…@') : text;
    throw new SettingsError(messages.build.address_invalid({ address: shown.slice(0, 80) }, 'url'));
  }
  const folder = url.pathname.replace(PASTED_TAIL, '').replace(/\/+$/, '');
  return {
    base: `${url.protocol}//${url.host}${folder}`,
    shop: `${url.host}${folder}`,
    hostname: url.hostname,
    isEncrypted: url.protocol === 'https:',
  };
}
