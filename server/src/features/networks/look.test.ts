import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, house, looksOf } from "./look.ts";

const css = readFileSync(new URL("../../../../client/src/ui/tokens.css", import.meta.url), "utf8");
const token = (name: string, theme: "light" | "dark") => {
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)!;
  return found[theme === "light" ? 1 : 2];
};

/** Every colour on a grid of 16 steps a channel, and every hue at full strength. */
const colours = [
  ...Array.from({ length: 4_096 }, (_, at) => {
    const digits = at.toString(16).padStart(3, "0");
    return `#${digits.replaceAll(/./g, "$&$&")}`;
  }),
  "#0e5a60",
  "#7fcfca",
  "#010101",
  "#fefefe",
];

describe.each(["light", "dark"] as const)("a network's look in the %s theme", (theme) => {
  const { grounds, texts } = house[theme];

  it("is made for the grounds and texts of the house", () => {
    expect(grounds).toEqual(["paper", "surface", "sunk"].map((name) => token(name, theme)));
    expect(texts).toEqual(["ink", "ink-2"].map((name) => token(name, theme)));
  });

  it("can be read, whatever its colour", () => {
    for (const colour of colours) {
      const { brand, brandSoft, onBrand } = looksOf(colour)[theme];
      for (const ground of [...grounds, brandSoft, onBrand])
        expect(contrast(brand, ground), `${colour}: ${brand} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      for (const text of texts)
        expect(
          contrast(text, brandSoft),
          `${colour}: ${text} on ${brandSoft}`,
        ).toBeGreaterThanOrEqual(4.5);
      const focus = contrast(token("focus", theme), brandSoft);
      expect(focus, `${colour}: focus on ${brandSoft}`).toBeGreaterThanOrEqual(3);
    }
  });
});

it("keeps the colour itself where it can be read as it is", () => {
  expect(looksOf("#0e5a60").light.brand).toBe("#0e5a60");
  expect(looksOf("#7fcfca").dark.brand).toBe("#7fcfca");
});
