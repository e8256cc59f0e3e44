import type pg from "pg";

/** The address of a probe: of a domain that no mail can reach, and marked as proved, which nobody can do there. */
const ADDRESS = "^doctor-[0-9a-f]{32}@probe\\.invalid$";
/** A doctor is done long before that, so what is older was left behind. */
const OLD = "10 minutes";

export const probeAddress = (mark: string): string => `doctor-${mark}@probe.invalid`;
export const probeSlug = (mark: string): string => `doctor-${mark}`;

/** Probes that a doctor left behind when it was killed; gives their marks. */
export async function findOldProbes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ mark: string }>(
    `select substr(split_part(email, '@', 1), 8) as mark from auth."user"
     where email ~ $1 and "emailVerified" and "createdAt" < now() - $2::interval`,
    [ADDRESS, OLD],
  );
  return rows.map((row) => row.mark);
}

type Owner = "person" | "networks" | "groups" | "channels";

const ofMessages = "message_id in (select id from message where group_id = any($1::uuid[]))";
const ofThreads = "thread_id in (select id from thread where group_id = any($1::uuid[]))";

/** From the leaves to the root: the table, whose rows they are, and which. */
const removals: readonly (readonly [table: string, owner: Owner, where: string])[] = [
  ["mention", "groups", ofMessages],
  ["reaction", "groups", ofMessages],
  ["withdrawn_body", "groups", ofMessages],
  ["message_version", "groups", ofMessages],
  ["draft", "groups", ofThreads],
  ["acknowledgement", "groups", ofThreads],
  ["read_mark", "groups", ofThreads],
  ["message", "groups", "group_id = any($1::uuid[])"],
  ["thread", "groups", "group_id = any($1::uuid[])"],
  ["membership", "groups", "group_id = any($1::uuid[])"],
  ['"group"', "groups", "id = any($1::uuid[])"],
  ["network_membership", "networks", "network_id = any($1::uuid[])"],
  ["network", "networks", "id = any($1::uuid[])"],
  ["membership_span", "channels", "channel_id = any($1::uuid[])"],
  ["consumer_position", "channels", "channel_id = any($1::uuid[])"],
  ["channel_update", "channels", "channel_id = any($1::uuid[])"],
  ["channel", "channels", "id = any($1::uuid[])"],
  ["idempotency", "person", "person_id = any($1::uuid[])"],
  ["person", "person", "id = any($1::uuid[])"],
  ['auth."user"', "person", "id = any($1::uuid[])"],
];

/** Removes a probe wholly, in one transaction: person, account, network, groups, messages, and their log. */
export async function removeProbe(client: pg.ClientBase, mark: string): Promise<void> {
  const { rows: users } = await client.query<{ id: string }>(
    `select id from auth."user" where email = $1 and "emailVerified"`,
    [probeAddress(mark)],
  );
  const personId = users[0]?.id;
  if (!personId) return;
  await client.query("begin");
  try {
    const idsOf = async (statement: string, value: unknown) =>
      (await client.query<{ id: string }>(statement, [value])).rows.map((row) => row.id);
    const networks = await idsOf("select id from network where slug = $1", probeSlug(mark));
    const groups = await idsOf(
      `select id from "group" where network_id = any($1::uuid[])`,
      networks,
    );
    const owned: Record<Owner, string[]> = {
      person: [personId],
      networks,
      groups,
      channels: [personId, ...networks, ...groups],
    };
    // Whoever writes or feeds at this moment is waited for.
    await client.query("select from channel where id = any($1::uuid[]) order by id for update", [
      owned.channels,
    ]);
    for (const [table, owner, where] of removals)
      await client.query(`delete from ${table} where ${where}`, [owned[owner]]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
