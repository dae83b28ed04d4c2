import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MESSAGES_PAGE, writeMessagesPage } from './list-messages.ts';

it('docs/messages.md lists what the code says; if not, run: npx node scripts/list-messages.ts', async () => {
  const page = await writeMessagesPage();
  expect(page.match(/^### /gm)?.length).toBeGreaterThan(150);
  expect(readFileSync(MESSAGES_PAGE, 'utf8')).toBe(page);
});
