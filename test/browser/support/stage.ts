import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { launchBrowser, openVisitor, type Visitor } from './visitor.ts';

/** A running product and a browser for the tests of one file. */
export interface Stage {
  readonly product: () => Product;
  readonly open: (options?: BrowserContextOptions) => Promise<Visitor>;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the product and the browser start before the first test, not earlier');
  return value;
}

/**
 * Starts product and browser before the file's tests. After each test no window may have met an error that the test
 * did not expect; at the end, Ctrl-C must end the product with exit code 0.
 */
export function setStage(environment: Readonly<Record<string, string>> = {}): Stage {
  let product: Product | undefined;
  let browser: Browser | undefined;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    product = await startProduct(environment);
    browser = await launchBrowser();
  });

  afterEach(async ({ task }) => {
    const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
    if (task.result?.state === 'fail') {
      await Promise.all(visitors.map((visitor, index) => visitor.shoot(`failed-${name}-${index}`)));
    }
    expect(visitors.flatMap((visitor) => visitor.takeProblems())).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    if (product) expect(await product.close()).toBe(0);
  });

  return {
    product: () => present(product),
    open: async (options) => {
      const visitor = await openVisitor(present(browser), present(product).url, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}
