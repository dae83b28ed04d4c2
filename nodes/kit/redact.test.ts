import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const CANARY = 'Kan4rie/+&"é<ß> zwitsert\\x';

const WRITERS: Record<string, (secret: string) => string> = {
  clear: (secret) => secret,
  url: encodeURIComponent,
  'url twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'lower-case url': (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  form: (secret) => new URLSearchParams({ k: secret }).toString().slice(2),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'upper-case hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  'json in json': (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
};

describe('a secret leaves no trace', () => {
  test.each(Object.entries(WRITERS))('written as %s', (_name, write) => {
    const redacted = createRedactor([CANARY])(`before ${write(CANARY)} after`);
    expect(redacted).toBe('before [hidden] after');
  });

  test('with the slashes escaped as PHP does and letters as \\u', () => {
    const php = JSON.stringify(CANARY)
      .slice(1, -1)
      .replaceAll('/', '\\/')
      .replace(/[^\x20-\x7e]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
    expect(createRedactor([CANARY])(php)).toBe('[hidden]');
  });

  test.each(['', 'a', 'ck', 'usr', 'long-user-name'])(
    'as the password of user "%s" in Basic authentication',
    (user) => {
      const basic = Buffer.from(`${user}:${CANARY}`).toString('base64');
      expect(createRedactor([CANARY])(`x ${basic} y`)).toBe('x [hidden] y');
    },
  );

  test('for any secret in any surroundings and any writing', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }).map((text) => `c4n4rY${text}`);
    const around = fc.string({ unit: fc.constantFrom('a', '.', ' ', '{', '=', 'Z'), maxLength: 30 });
    fc.assert(
      fc.property(secret, around, around, fc.constantFrom(...Object.keys(WRITERS)), (canary, left, right, name) => {
        const write = WRITERS[name] ?? String;
        const redacted = createRedactor([canary])(`${left}${write(canary)}${right}`);
        expect(redacted).not.toContain(write(canary));
        expect(redacted).not.toContain('c4n4rY');
        expect(redacted).toContain('[hidden]');
      }),
    );
  });

  test('for any secret and user inside the base64 of Basic authentication', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string(), (secret, user) => {
        const basic = Buffer.from(`${user}:${secret}`).toString('base64');
        expect(createRedactor([secret])(`x ${basic} y`)).toBe('x [hidden] y');
      }),
    );
  });

  test('line by line, for a private key', () => {
    const key = '-----BEGIN KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nQyNTUxOQAAACDq1c2v5p9s8t\n-----END KEY-----\n';
    const redact = createRedactor([key]);
    expect(redact('read b3BlbnNzaC1rZXktdjEAAAAA here')).toBe('read [hidden] here');
    expect(redact(key)).not.toContain('QyNTUxOQ');
  });
});

describe('credentials known by name are blanked without knowing the secret', () => {
  const redact = createRedactor([]);
  test.each([
    ['Authorization: Basic dTpw\nAccept: */*', 'Authorization: [hidden]\nAccept: */*'],
    ['{"authorization":"Bearer abc","a":1}', '{"authorization":"[hidden]","a":1}'],
    ['X-Shopify-Access-Token: shpat_1', 'X-Shopify-Access-Token: [hidden]'],
    [
      '/orders?page=2&consumer_secret=cs_1&oauth_signature=a%2F',
      '/orders?page=2&consumer_secret=[hidden]&oauth_signature=[hidden]',
    ],
    ['grant_type=password&password=p w', 'grant_type=password&password=[hidden] w'],
    ['{"access_token":"a\\"b","expires_in":5}', '{"access_token":"[hidden]","expires_in":5}'],
    ['<u>me</u><passWord>x</passWord>', '<u>me</u><passWord>[hidden]</passWord>'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('and what is no credential stays', () => {
    const text = '{"total":"12.50","country":"BE"} GET /orders?page=2&status=completed';
    expect(redact(text)).toBe(text);
  });
});

test('an empty secret hides nothing', () => {
  expect(createRedactor([''])('as it was')).toBe('as it was');
});
