import { t } from "@lingui/core/macro";

/** What the server keeps is a square of 384 pixels: more than this costs the sender's phone bill and shows nowhere. */
const SIDE = 768;

/** The picture's key, or why it was not taken. */
export type SentPhoto = { key: string; problem: null } | { key: null; problem: string };

/** Makes a picture small on this device where it can, and sends it. */
export async function sendPhoto(file: File): Promise<SentPhoto> {
  const picture = await smaller(file).catch(() => file);
  try {
    const answer = await fetch("/files/photos", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": picture.type, "x-baraza-upload": "1" },
      body: picture,
    });
    const said = (await answer.json()) as { key?: string; error?: { code: string } };
    return said.key
      ? { key: said.key, problem: null }
      : { key: null, problem: inWords(said.error?.code ?? "") };
  } catch {
    return { key: null, problem: inWords("OFFLINE") };
  }
}

async function smaller(file: File): Promise<Blob> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.min(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? file), "image/jpeg", 0.85),
  );
}

function inWords(code: string): string {
  switch (code) {
    case "NOT_A_PICTURE":
    case "TYPE_MISMATCH":
      return t`This is no picture that can be taken. Choose one in JPEG, PNG, WebP or AVIF.`;
    case "BROKEN_PICTURE":
      return t`This picture is damaged. Choose another one.`;
    case "TOO_LARGE":
    case "TOO_MANY_PIXELS":
      return t`This picture is too large. Choose one of at most 10 megabytes.`;
    case "THROTTLED":
      return t`That was a lot at once. Wait a minute, then try again.`;
    default:
      return t`Baraza could not be reached. Try again when the link is back.`;
  }
}
