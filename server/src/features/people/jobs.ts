import { sql } from "kysely";
import type { House } from "../../house/context.ts";
import { readsOf } from "../../platform/database/database.ts";
import { photoKeys } from "./photos.ts";

/** Forgets pictures that have been in nobody's profile for a day. Run every second on any node. */
export async function forgetUnusedPhotos({
  database,
  blobs,
}: Pick<House, "database" | "blobs">): Promise<void> {
  const unused = await database.db
    .selectFrom("photo")
    .leftJoin("person", "person.photo", "photo.hash")
    .select("hash")
    .where("person.id", "is", null)
    .where("photo.createdAt", "<", sql<Date>`clock_timestamp() - interval '1 day'`)
    .limit(20)
    .execute();
  for (const { hash } of unused)
    // The row is held until the bytes are gone: who wants the picture in the meantime waits, and finds none.
    await database.fork().transactional(async (em) => {
      const { rows } = await sql`delete from photo where hash = ${hash}
        and not exists (select 1 from person where photo = ${hash}) returning hash`.execute(
        readsOf(em),
      );
      if (rows.length > 0) await blobs.remove(photoKeys(hash));
    });
}
