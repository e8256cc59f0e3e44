import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { precompress } from "./precompress.ts";
import { root } from "./run.ts";
import { upToDate } from "./stamp.ts";

mkdirSync(path.join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(path.join(root, ".cache/test-"));
const name = path.basename(folder);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(root, ".cache/build", name), { force: true });
});

test("a step is made again when an input's content or name changes, or its output is gone", async () => {
  const input = path.join(folder, "in.ts");
  const output = path.join(folder, "out");
  const here = path.relative(root, folder);
  const step = {
    name,
    inputs: [`${here}/*.ts`],
    except: [`${here}/*.test.ts`],
    output: path.relative(root, output),
    make: () => Promise.resolve(writeFileSync(output, "")),
  };
  const made = () => upToDate(step);
  writeFileSync(input, "1");
  expect(await made()).toBe(true);
  expect(await made()).toBe(false);
  utimesSync(input, 1, 1);
  writeFileSync(path.join(folder, "in.test.ts"), "");
  expect(await made()).toBe(false);
  writeFileSync(input, "2");
  expect(await made()).toBe(true);
  writeFileSync(path.join(folder, "more.ts"), "");
  expect(await made()).toBe(true);
  rmSync(output);
  expect(await made()).toBe(true);
});

test("a step that failed is made again although nothing changed", async () => {
  writeFileSync(path.join(folder, "out"), "half");
  const step = {
    name,
    inputs: [`${path.relative(root, folder)}/in.ts`],
    output: `${path.relative(root, folder)}/out`,
  };
  const fails = { ...step, make: () => Promise.reject(new Error("broken")) };
  await expect(upToDate(fails)).rejects.toThrow("broken");
  await expect(upToDate(fails)).rejects.toThrow("broken");
  expect(await upToDate({ ...step, make: () => Promise.resolve() })).toBe(true);
});

test("what gets smaller lies there compressed as well", async () => {
  const assets = path.join(folder, "dist/assets");
  mkdirSync(assets, { recursive: true });
  const script = "export const word = 'baraza';\n".repeat(50);
  writeFileSync(path.join(assets, "a.js"), script);
  writeFileSync(path.join(assets, "tiny.js"), "1");
  writeFileSync(path.join(assets, "photo.webp"), script);
  await precompress(path.join(folder, "dist"));
  const file = (suffix: string) => readFileSync(path.join(assets, suffix));
  expect(brotliDecompressSync(file("a.js.br")).toString()).toBe(script);
  expect(gunzipSync(file("a.js.gz")).toString()).toBe(script);
  expect(() => file("tiny.js.gz")).toThrow(/ENOENT/);
  expect(() => file("photo.webp.br")).toThrow(/ENOENT/);
});
