import { describe, expect, it } from "vitest";
import css from "./tokens.css?raw";

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name, light, dark]) => [name, { light: light, dark: dark }] as const,
  ),
);
const people = [...css.matchAll(/--(person-\d): (#\w{6})/g)].map(
  ([, name, colour]) => [name, colour] as const,
);

/** Which texts stand on which grounds in the screens. */
const pairs: [text: string, grounds: string[]][] = [
  ["ink", ["paper", "surface", "sunk", "brand-soft", "clay-soft", "danger-soft"]],
  ["ink-2", ["paper", "surface", "sunk", "brand-soft"]],
  ["brand", ["paper", "surface", "sunk", "brand-soft"]],
  ["clay", ["paper", "surface", "clay-soft"]],
  ["ok", ["paper", "surface"]],
  ["warn", ["paper", "surface"]],
  ["danger", ["paper", "surface", "danger-soft"]],
  ["on-brand", ["brand"]],
  ["paper", ["ink"]],
];
const borders: [string, string[]][] = [
  ["line-strong", ["paper", "surface"]],
  ["focus", ["paper", "surface", "sunk", "brand-soft"]],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const all = (list: typeof pairs) =>
    list.flatMap(([over, under]) => under.map((one) => [over, one] as const));

  it.each(all(pairs))("%s on %s can be read", (text, ground) => {
    expect(contrast(tokens.get(text)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(
      4.5,
    );
  });
  it.each(all(borders))("%s on %s can be seen", (edge, ground) => {
    expect(contrast(tokens.get(edge)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(
      3,
    );
  });
});

it.each(people)("white on %s can be read", (_, colour) => {
  expect(contrast("#ffffff", colour)).toBeGreaterThanOrEqual(4.5);
});

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
