import { type BrowserContextOptions, type Page, expect, test as base } from "@playwright/test";
import type { Person } from "./api.ts";
import { type Product, startProduct } from "./product.ts";
import { desk } from "./screen.ts";

export { expect };

interface Fixtures {
  /** A browser of one's own, signed in already; null is a stranger. Its page stands nowhere yet. */
  openAs: (who: Person | null, options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * The `test` of every journey. `product` is the built product with its demo world, one for each worker and shared by
 * its journeys: let each make what it needs (a group, a thread) and leave what others look at. `page.goto("/")` is
 * its home. A journey fails when a page throws.
 */
export const test = base.extend<Fixtures, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  openAs: async ({ browser, product }, use) => {
    const thrown: Error[] = [];
    const open: Fixtures["openAs"] = async (who, options) => {
      const context = await browser.newContext({
        baseURL: who?.url ?? product.url,
        ...desk,
        ...options,
      });
      if (who) await context.addCookies(who.cookies);
      context.on("weberror", (fault) => thrown.push(fault.error()));
      return context.newPage();
    };
    await use(open);
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(thrown).toEqual([]);
  },
});
