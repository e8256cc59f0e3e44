import { createHash } from "node:crypto";
import type { House } from "../../../house/context.ts";
import { squaresOf } from "../../../platform/files/pictures.ts";
import { photoKeys, photoSizes, presentPhoto } from "../photos.ts";

/** Keeps a picture that a person sent, for their profile to take. What was sent itself is not kept. */
export async function takePhoto(
  { database, blobs }: Pick<House, "database" | "blobs">,
  { personId, bytes, declared }: { personId: string; bytes: Buffer; declared: string },
): Promise<{ key: string; photo: { small: string; large: string } }> {
  const squares = await squaresOf(bytes, { declared, sizes: photoSizes });
  // The owner is part of the name: the same picture of two people has two, each with its own rule.
  const hash = createHash("sha256").update(personId).update(squares[1]).digest("base64url");
  // Known before its bytes are there: whatever happens between, they are found and forgotten.
  await database.db
    .insertInto("photo")
    .values({ hash, personId, createdAt: new Date() })
    .onConflict((conflict) => conflict.column("hash").doUpdateSet({ createdAt: new Date() }))
    .execute();
  for (const [index, key] of photoKeys(hash).entries())
    await blobs.put(key, { type: "image/webp", bytes: squares[index] });
  const { small, large } = presentPhoto(hash);
  return { key: hash, photo: { small, large } };
}
