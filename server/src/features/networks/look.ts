// What a network's one colour becomes: the tokens that a screen needs of it, in both themes. Lightness is moved until
// each text can be read on each ground that it stands on; the hue stays, and as much of the strength as there is room for.

/** The tokens of one theme that follow from the colour. */
export interface Tokens {
  brand: string;
  brandSoft: string;
  onBrand: string;
}

interface Theme {
  /** The grounds of the house that the brand's text stands on. */
  grounds: readonly string[];
  /** Texts of the house that stand on the soft brand. */
  texts: readonly string[];
  soft: { lightness: number; chroma: number };
  on: { lightness: number; chroma: number };
  /** Where the brand's lightness begins, and which way it goes until it can be read. */
  begin: (lightness: number) => number;
  step: number;
}

const READABLE = 4.5;

/** As client/src/ui/tokens.css has them; a test holds the two together. */
export const house: Record<"light" | "dark", Theme> = {
  light: {
    grounds: ["#faf7f2", "#ffffff", "#f2ede5"],
    texts: ["#1d252c", "#55606a"],
    soft: { lightness: 0.945, chroma: 0.025 },
    on: { lightness: 1, chroma: 0 },
    begin: (lightness) => Math.min(0.6, Math.max(0.15, lightness)),
    step: -0.01,
  },
  dark: {
    grounds: ["#11171b", "#182026", "#0d1215"],
    texts: ["#ece7df", "#a9b3ba"],
    soft: { lightness: 0.3, chroma: 0.035 },
    on: { lightness: 0.22, chroma: 0.03 },
    begin: (lightness) => Math.max(0.72, Math.min(0.97, lightness)),
    step: 0.01,
  },
};

interface Look {
  light: Tokens;
  dark: Tokens;
}

/** Every page of a group asks for the same few. */
const known = new Map<string, Look>();
const MOST_KNOWN = 500;

export function looksOf(accent: string): Look {
  const found = known.get(accent);
  if (found) return found;
  const look = { light: tokensOf(accent, house.light), dark: tokensOf(accent, house.dark) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(accent, look);
  return look;
}

function tokensOf(accent: string, { grounds, soft, on, begin, step }: Theme): Tokens {
  const { lightness, chroma, hue } = fromHex(accent);
  const toned = (at: { lightness: number; chroma: number }) =>
    toHex({ lightness: at.lightness, chroma: Math.min(chroma, at.chroma), hue });
  const [brandSoft, onBrand] = [toned(soft), toned(on)];
  const others = [...grounds, brandSoft, onBrand];
  for (let at = begin(lightness); at > 0 && at < 1; at += step) {
    const brand = toHex({ lightness: at, chroma, hue });
    if (others.every((other) => contrast(brand, other) >= READABLE))
      return { brand, brandSoft, onBrand };
  }
  // Never so: at its end the way is all but black, or all but white, and the grounds are the opposite.
  throw new Error(`no brand can be read for ${accent}`);
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

type Triple = [number, number, number];

function linear(hex: string): Triple {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** OKLCH: equal steps look equal, and the hue stays when the lightness moves. */
interface Perceived {
  lightness: number;
  chroma: number;
  hue: number;
}

function fromHex(hex: string): Perceived {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { lightness, chroma: Math.hypot(x, y), hue: Math.atan2(y, x) };
}

/** What the screen cannot show is made weaker until it can. */
function toHex({ lightness, chroma, hue }: Perceived): string {
  for (let strength = chroma; ; strength -= 0.004) {
    const rgb = toLinear({ lightness, chroma: Math.max(0, strength), hue });
    if (strength <= 0 || rgb.every((part) => part >= -0.0005 && part <= 1.0005))
      return `#${rgb.map(toByte).join("")}`;
  }
}

function toLinear({ lightness, chroma, hue }: Perceived): Triple {
  const [x, y] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toByte(part: number): string {
  const held = Math.min(1, Math.max(0, part));
  const value = held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, "0");
}
