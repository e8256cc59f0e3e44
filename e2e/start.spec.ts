import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "./journey.ts";
import { startProduct } from "./product.ts";

// What the person who starts it meets: a running product, its data after a power cut, and plain sentences.

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "baraza-start-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a fresh product greets whoever opens it and names the demo accounts", async ({
  page,
  product,
}) => {
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: /mail/i })).toBeVisible();
  expect(product.output()).toContain("member@zambia.example");
});

test("after a power cut it starts again soon, on the same data", async () => {
  const env = { DATA_DIR: folder };
  const first = await startProduct({ env });
  const signIn = (url: string) =>
    fetch(`${url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "member@zambia.example", password: "baraza-demo" }),
    });
  expect((await signIn(first.url)).status).toBe(200);
  await first.kill();

  const started = Date.now();
  const second = await startProduct({ env });
  expect(Date.now() - started).toBeLessThan(20_000);
  expect((await signIn(second.url)).status).toBe(200);
  await second.stop();
  await first.stop();
});

/** What it prints when it refuses to start: one line, no stack. */
async function refusal(env: Record<string, string>): Promise<string> {
  const product = await startProduct({ env }).catch((error: Error) => error);
  if (!(product instanceof Error)) {
    await product.stop();
    throw new Error("It started.");
  }
  const [first, ...lines] = product.message.trim().split("\n");
  expect(first).toBe("The product ended with 1:");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

test("a taken port", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  expect(await refusal({ PORT: `${port}` })).toMatch(/^Port \d+ is taken .*PORT=/);
  other.close();
});

test("a data folder that is none", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(await refusal({ DATA_DIR: file })).toMatch(/is not a folder: .*DATA_DIR/);
});

test("a database that does not answer", async () => {
  const DATABASE_URL = "postgresql://me:secret@127.0.0.1:1/baraza";
  const sentence = await refusal({ DATABASE_URL });
  expect(sentence).toContain("DATABASE_URL");
  expect(sentence).not.toContain("secret");
});

test("a Redis that does not answer", async () => {
  const env = { REDIS_URL: "redis://127.0.0.1:1", BARAZA_SECRET: "a".repeat(32) };
  expect(await refusal(env)).toContain("REDIS_URL");
});

test("a variable that makes no sense", async () => {
  expect(await refusal({ HEARTBEAT_MS: "soon" })).toContain("HEARTBEAT_MS");
});
