import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Queued, QueueStore } from "./core/outbox.ts";

interface Lease {
  name: string;
  owner: string;
  until: number;
}

interface OutboxTables extends DBSchema {
  rows: { key: string; value: Queued<unknown>; indexes: { person: string } };
  leases: { key: string; value: Lease };
}

let opened: Promise<IDBPDatabase<OutboxTables>> | null = null;

function open(): Promise<IDBPDatabase<OutboxTables>> {
  opened ??= openDB<OutboxTables>("baraza-outbox", 1, {
    upgrade(database) {
      database
        .createObjectStore("rows", { keyPath: "clientKey" })
        .createIndex("person", "personId");
      database.createObjectStore("leases", { keyPath: "name" });
    },
    // A newer page wants to change the tables: let it, and open again when next needed.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => (opened = null),
  }).catch((reason: unknown) => {
    opened = null;
    throw reason;
  });
  return opened;
}

/** The rows of all persons of this device; each list is of one person. */
export function indexedStore<Payload>(): QueueStore<Payload> {
  return {
    list: async (personId) =>
      (await (await open()).getAllFromIndex("rows", "person", personId)) as Queued<Payload>[],
    put: async (row) => void (await (await open()).put("rows", row)),
    remove: async (clientKey) => (await open()).delete("rows", clientKey),
  };
}

/** How many messages of this person wait on this device. */
export async function countQueued(personId: string): Promise<number> {
  return (await open()).countFromIndex("rows", "person", personId);
}

/** At sign-out: what was not sent by then is deleted with the rest of the person's traces. */
export async function purgeOutbox(personId: string): Promise<void> {
  const work = (await open()).transaction("rows", "readwrite");
  for (const key of await work.store.index("person").getAllKeys(personId))
    await work.store.delete(key);
  await work.done;
}

/** Takes or renews a lease in one transaction; false when another tab holds it. */
export async function takeLease(lease: Lease, now: number): Promise<boolean> {
  const work = (await open()).transaction("leases", "readwrite");
  const held = await work.store.get(lease.name);
  // One that runs longer than any lease could was taken before the device's clock was set back.
  const stale = (until: number): boolean => until <= now || until > lease.until;
  const free = !held || held.owner === lease.owner || stale(held.until);
  if (free) await work.store.put(lease);
  await work.done;
  return free;
}

export async function dropLease(name: string, owner: string): Promise<void> {
  const work = (await open()).transaction("leases", "readwrite");
  if ((await work.store.get(name))?.owner === owner) await work.store.delete(name);
  await work.done;
}
