import sharp from "sharp";

/** Why bytes are not taken as a picture. */
export class PictureRefused extends Error {
  readonly code: "NOT_A_PICTURE" | "TYPE_MISMATCH" | "TOO_MANY_PIXELS" | "BROKEN_PICTURE";

  constructor(code: PictureRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** All frames together: what a picture of a good phone has, and far from what fills the memory. */
const MOST_PIXELS = 64_000_000;
const MOST_BYTES = 40_000;
/** Tried one after the other until the picture is small enough; a face stays one at the last. */
const QUALITIES = [80, 65, 50, 35, 20];

// The library reads many more formats than are taken here, some of them by code that few have looked at.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});
// Every picture is another one, and pictures are not all that this process does.
sharp.cache(false);
sharp.concurrency(1);

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString("latin1", from, to);
const signatures: readonly [type: string, format: string, fits: (bytes: Buffer) => boolean][] = [
  ["image/jpeg", "jpeg", (bytes) => ascii(bytes, 0, 3) === "\u00ff\u00d8\u00ff"],
  ["image/png", "png", (bytes) => ascii(bytes, 0, 8) === "\u0089PNG\r\n\u001a\n"],
  [
    "image/webp",
    "webp",
    (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP",
  ],
  ["image/avif", "heif", (bytes) => /^ftypavi[fs]$/.test(ascii(bytes, 4, 12))],
];

/**
 * Makes square pictures of these sizes out of what somebody sent: turned upright, in WebP, at most 40 KB each, with
 * nothing of what a camera writes beside the picture. The type is what the first bytes say, and what was declared has
 * to agree. What the header says of the size is checked before anything is unpacked. Throws PictureRefused.
 */
export async function squaresOf(
  bytes: Buffer,
  { declared, sizes }: { declared: string; sizes: readonly number[] },
): Promise<Buffer[]> {
  const found = signatures.find(([, , fits]) => fits(bytes));
  if (!found)
    throw new PictureRefused("NOT_A_PICTURE", "This is no picture in JPEG, PNG, WebP or AVIF.");
  const [type, format] = found;
  if (type !== declared.split(";")[0]?.trim().toLowerCase())
    throw new PictureRefused("TYPE_MISMATCH", `This is ${type}, and was sent as something else.`);
  const header = await reading(() => open(bytes).metadata());
  if (header.format !== format)
    throw new PictureRefused("TYPE_MISMATCH", `This begins as ${type} and is something else.`);
  if (header.width * header.height * (header.pages ?? 1) > MOST_PIXELS)
    throw new PictureRefused(
      "TOO_MANY_PIXELS",
      `This picture has too many pixels: at most ${MOST_PIXELS / 1e6} million are taken.`,
    );
  const squares: Buffer[] = [];
  for (const size of sizes) squares.push(await square(bytes, size));
  return squares;
}

const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", autoOrient: true });

async function square(bytes: Buffer, size: number): Promise<Buffer> {
  let smallest: Buffer | undefined;
  for (const quality of QUALITIES) {
    smallest = await reading(() =>
      open(bytes)
        .resize(size, size, { fit: "cover", position: "centre" })
        .webp({ quality, effort: 4 })
        .timeout({ seconds: 10 })
        .toBuffer(),
    );
    if (smallest.length <= MOST_BYTES) return smallest;
  }
  throw new PictureRefused("TOO_MANY_PIXELS", "This picture cannot be made small enough.");
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message))
      throw new PictureRefused("TOO_MANY_PIXELS", "This picture has too many pixels.");
    throw new PictureRefused("BROKEN_PICTURE", "This picture is damaged: choose another one.");
  }
}
