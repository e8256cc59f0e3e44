import { Photo } from "./types/person.ts";

/** Pixels of a side: beside a name, and on a profile. */
export const photoSizes = [96, 384] as const;

/** Where the bytes of a picture are, in the order of the sizes. */
export const photoKeys = (hash: string): string[] =>
  photoSizes.map((size) => `photos/${hash}-${size}.webp`);

/** The addresses of a picture on this server. */
export const presentPhoto = (hash: string): Photo => {
  const [small, large] = photoKeys(hash).map((key) => `/files/${key}`);
  return Object.assign(new Photo(), { small, large });
};

/** The hash in a name under /files/photos; null for what is none. */
export const hashIn = (name: string): string | null =>
  /^([\w-]{43})-(96|384)\.webp$/.exec(name)?.[1] ?? null;
