import type { House } from "../../../house/context.ts";
import { newPerson } from "../entities.ts";

/** Makes the person of a new account, with their own channel. Does nothing when they are there already. */
export async function admitPerson(
  { live }: Pick<House, "live">,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await live.write({ channels: [], actorId: id }, async ({ db }) => {
    const made = await db
      .insertInto("person")
      .values(newPerson({ id, name, createdAt: new Date() }))
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made) await db.insertInto("channel").values({ id, kind: "PERSON", headSeq: 0 }).execute();
  });
}
