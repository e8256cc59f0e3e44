import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { PictureRefused, squaresOf } from "./pictures.ts";

const red = { channels: 3, background: "#c00" } as const;
const plain = (width: number, height: number) => sharp({ create: { width, height, ...red } });
const code = async (bytes: Buffer, declared: string) => {
  const refusal = await squaresOf(bytes, { declared, sizes: [96] }).catch(
    (error: unknown) => error,
  );
  return refusal instanceof PictureRefused ? refusal.code : refusal;
};
const both = (bytes: Buffer, declared: string) => squaresOf(bytes, { declared, sizes: [96, 384] });

/** A PNG whose header says any size, with next to nothing behind it. */
function claiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a picture", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "in %s becomes squares in WebP",
    async (type) => {
      const bytes = await plain(500, 300).toFormat(type).toBuffer();
      const squares = await both(bytes, `image/${type}`);
      const headers = await Promise.all(squares.map((each) => sharp(each).metadata()));
      expect(headers.map(({ format, width, height }) => [format, width, height])).toEqual([
        ["webp", 96, 96],
        ["webp", 384, 384],
      ]);
    },
  );

  it("loses what the camera wrote beside it: place, maker, thumbnail, colours' profile", async () => {
    const bytes = await plain(400, 400)
      .withExif({
        IFD0: { Make: "A camera", Copyright: "Somebody", ImageDescription: "Ward 3" },
        IFD3: { GPSLatitude: "15/1 25/1 0/1", GPSLatitudeRef: "S" },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(bytes.includes("A camera")).toBe(true);
    expect(bytes.includes("xmpmeta")).toBe(true);
    for (const square of await both(bytes, "image/jpeg")) {
      const { exif, xmp, icc, iptc } = await sharp(square).metadata();
      expect({ exif, xmp, icc, iptc }).toEqual({});
      for (const trace of ["Exif", "EXIF", "A camera", "Ward 3", "xmpmeta", "ICCP"])
        expect(square.includes(trace), trace).toBe(false);
    }
  });

  it("stands upright, as its camera was held", async () => {
    // Left half red, right half blue, lying: orientation 6 turns it so that red is above.
    const halves = await plain(200, 200)
      .composite([
        {
          input: { create: { width: 100, height: 200, channels: 3, background: "#00c" } },
          left: 100,
          top: 0,
        },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const [square] = await both(halves, "image/jpeg");
    const { data, info } = await sharp(square).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    for (const x of [10, 85]) {
      expect(at(x, 10)[0], "red above").toBeGreaterThan(150);
      expect(at(x, 85)[2], "blue below").toBeGreaterThan(150);
    }
  });

  it("is small whatever was in it", async () => {
    const noise = Buffer.from(Array.from({ length: 800 * 800 * 3 }, () => Math.random() * 256));
    const bytes = await sharp(noise, { raw: { width: 800, height: 800, channels: 3 } })
      .png()
      .toBuffer();
    for (const square of await both(bytes, "image/png"))
      expect(square.length).toBeLessThanOrEqual(40_000);
  });

  it("is told by its first bytes, and nothing else is taken for one", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const html = Buffer.from("<!doctype html><script>alert(1)</script>");
    const polyglot = Buffer.from("GIF89a/*\u0000*/=alert(1)//");
    const pdf = Buffer.from("%PDF-1.7");
    for (const bytes of [svg, html, polyglot, pdf, Buffer.from("x"), Buffer.alloc(100)])
      for (const declared of ["image/png", "image/svg+xml", "image/gif"])
        expect(await code(bytes, declared)).toBe("NOT_A_PICTURE");
    const gif = await plain(10, 10).gif().toBuffer();
    expect(await code(gif, "image/gif")).toBe("NOT_A_PICTURE");
  });

  it("is refused when it was sent as something else", async () => {
    const png = await plain(10, 10).png().toBuffer();
    for (const declared of ["image/jpeg", "text/html", "", "image/svg+xml"])
      expect(await code(png, declared)).toBe("TYPE_MISMATCH");
    const [square] = await squaresOf(png, { declared: "Image/PNG; a=b", sizes: [96] });
    expect(square.length).toBeGreaterThan(0);
  });

  it("is refused by its header when it would fill the memory", async () => {
    expect(await code(claiming(50_000, 50_000), "image/png")).toBe("TOO_MANY_PIXELS");
    expect(await code(claiming(9_000, 9_000), "image/png")).toBe("TOO_MANY_PIXELS");
    const frames = await sharp(
      await Promise.all(
        Array.from({ length: 30 }, (_, at) =>
          sharp({
            create: {
              width: 1_500,
              height: 1_500,
              channels: 3,
              background: { r: at * 8, g: 0, b: 0 },
            },
          })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .webp({ effort: 0 })
      .toBuffer();
    expect(await code(frames, "image/webp")).toBe("TOO_MANY_PIXELS");
  });

  it("is refused when it is damaged", async () => {
    const whole = await plain(400, 400).png().toBuffer();
    expect(await code(whole.subarray(0, 60), "image/png")).toBe("BROKEN_PICTURE");
    expect(await code(claiming(0, 0), "image/png")).toBe("BROKEN_PICTURE");
    const itself = readFileSync(import.meta.filename);
    expect(await code(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), itself]), "image/jpeg")).toBe(
      "BROKEN_PICTURE",
    );
  });
});
