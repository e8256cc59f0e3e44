import { test as base } from "@playwright/test";
import { type Product, startProduct } from "./product.ts";

export { expect } from "@playwright/test";

/**
 * The `test` of every journey. `product` is the built product with its demo world, one for each worker and shared by
 * its journeys: let each make what it needs (a group, a thread) and leave what others look at. `page.goto("/")` is
 * its home.
 */
export const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
});
