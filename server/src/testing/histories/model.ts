import { sql } from "kysely";
import { globalId } from "../../platform/graphql/ids.ts";
import type { Actor, World } from "../world.ts";

export interface Place {
  groupId: string;
  person: Actor;
  role: string;
}
export interface ModelGroup {
  id: string;
  networkId: string;
  kind: string;
  visibility: string;
  state: string;
  /** It is the room of a group's coordinators. */
  isRoom: boolean;
  /** Its seats are taken, held or waited for. */
  full: boolean;
  /** The newest version of its compact; null where it has none. */
  compact: number | null;
}
export interface ModelThread {
  id: string;
  groupId: string;
  kind: string;
  startedBy: string;
  closed: boolean;
  length: number;
}
export interface ModelMessage {
  id: string;
  threadId: string;
  groupId: string;
  seq: number;
  version: number;
  authorId: string;
  withdrawnBy: string | null;
}

export interface ModelOrganisation {
  id: string;
  networkId: string;
  ended: boolean;
  formerNames: number;
}

export interface ModelProgramme {
  id: string;
  networkId: string;
  waves: string[];
  relations: string[];
}

/** An application or a waiting place. */
export interface ModelWish {
  id: string;
  groupId: string;
  person: Actor;
  state: string;
}

/** Something done to many at once. */
export interface ModelBulkAct {
  id: string;
  networkId: string;
  kind: string;
  state: string;
  total: number;
}

/** What the generators draw from: the present state of one history, everything in the order of its making. */
export interface Model {
  people: readonly Actor[];
  networks: { id: string; managers: Actor[]; members: Actor[] }[];
  organisations: ModelOrganisation[];
  programmes: ModelProgramme[];
  groups: ModelGroup[];
  places: Place[];
  threads: ModelThread[];
  messages: ModelMessage[];
  bulkActs: ModelBulkAct[];
  applications: ModelWish[];
  waitingPlaces: ModelWish[];
}

/** Reads the state past the house, so that it is the present one whoever acted. */
export async function readModel(world: World, people: readonly Actor[]): Promise<Model> {
  const { db } = world.house.database;
  const personOf = new Map(people.map((person) => [person.personId, person]));
  const known = [...personOf.keys()];
  const inNetworks = await db
    .selectFrom("networkMembership")
    .selectAll()
    .where("personId", "in", known)
    .where("until", "is", null)
    .orderBy("since")
    .orderBy("id")
    .execute();
  const networkIds = [...new Set(inNetworks.map(({ networkId }) => networkId))];
  if (networkIds.length === 0)
    return {
      people,
      networks: [],
      organisations: [],
      programmes: [],
      groups: [],
      places: [],
      threads: [],
      messages: [],
      bulkActs: [],
      applications: [],
      waitingPlaces: [],
    };
  const groups = await db
    .selectFrom("group")
    .select(["id", "networkId", "kind", "visibility", "state"])
    .select(sql<boolean>`room_of is not null`.as("isRoom"))
    .select(
      sql<boolean>`coalesce(member_count + held_count + waiting_count >= member_capacity, false)`.as(
        "full",
      ),
    )
    .select((eb) =>
      eb
        .selectFrom("compactVersion")
        .select(({ fn }) => fn.max("version").as("compact"))
        .whereRef("compactVersion.groupId", "=", "group.id")
        .as("compact"),
    )
    .where("networkId", "in", networkIds)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const organisations = await db
    .selectFrom("organisation")
    .select(["id", "networkId", "validTo"])
    .select((eb) =>
      eb
        .selectFrom("organisationFormerName")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("organisationId", "=", "organisation.id")
        .as("formerNames"),
    )
    .where("networkId", "in", networkIds)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const programmes = await db
    .selectFrom("programme")
    .select(["id", "networkId"])
    .where("networkId", "in", networkIds)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const [waves, relations] = await Promise.all([
    db
      .selectFrom("wave")
      .select(["id", "programmeId"])
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("programmeRelation")
      .select(["id", "programmeId"])
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
  ]);
  const bulkActs = await db
    .selectFrom("bulkAct")
    .select(["id", "networkId", "kind", "state", "total"])
    .where("networkId", "in", networkIds)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const groupIds = groups.map(({ id }) => id);
  const [places, threads, messages, applications, waitingPlaces] = await Promise.all([
    db
      .selectFrom("membership")
      .selectAll()
      .where("groupId", "in", groupIds)
      .where("personId", "in", known)
      .where("state", "=", "ACTIVE")
      .orderBy("since")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("thread")
      .selectAll()
      .where("groupId", "in", groupIds)
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("message")
      .selectAll()
      .where("groupId", "in", groupIds)
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("application")
      .selectAll()
      .where("groupId", "in", groupIds)
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("waitingPlace")
      .selectAll()
      .where("groupId", "in", groupIds)
      .orderBy("createdAt")
      .orderBy("id")
      .execute(),
  ]);
  const group = (id: string) => globalId("Group", id);
  const wishes = (
    type: string,
    rows: readonly { id: string; groupId: string; personId: string; state: string }[],
  ): ModelWish[] =>
    rows.flatMap(({ id, groupId, personId, state }) => {
      const person = personOf.get(personId);
      return person ? [{ id: globalId(type, id), groupId: group(groupId), person, state }] : [];
    });
  return {
    people,
    networks: networkIds.map((id) => ({
      id: globalId("Network", id),
      managers: inNetworks
        .filter(({ networkId, role }) => networkId === id && role === "MANAGER")
        .map(({ personId }) => personOf.get(personId)!),
      members: inNetworks
        .filter(({ networkId }) => networkId === id)
        .map(({ personId }) => personOf.get(personId)!),
    })),
    organisations: organisations.map((row) => ({
      id: globalId("Organisation", row.id),
      networkId: globalId("Network", row.networkId),
      ended: row.validTo !== null,
      formerNames: Number(row.formerNames),
    })),
    programmes: programmes.map(({ id, networkId }) => ({
      id: globalId("Programme", id),
      networkId: globalId("Network", networkId),
      waves: waves.filter((row) => row.programmeId === id).map((row) => globalId("Wave", row.id)),
      relations: relations
        .filter((row) => row.programmeId === id)
        .map((row) => globalId("ProgrammeRelation", row.id)),
    })),
    bulkActs: bulkActs.map(({ id, networkId, ...rest }) => ({
      id: globalId("BulkAct", id),
      networkId: globalId("Network", networkId),
      ...rest,
    })),
    groups: groups.map(({ id, networkId, ...rest }) => ({
      id: group(id),
      networkId: globalId("Network", networkId),
      ...rest,
    })),
    places: places.map(({ groupId, personId, role }) => ({
      groupId: group(groupId),
      person: personOf.get(personId)!,
      role,
    })),
    threads: threads.map((row) => ({
      id: globalId("Thread", row.id),
      groupId: group(row.groupId),
      kind: row.kind,
      startedBy: row.createdBy,
      closed: row.closedAt !== null,
      length: row.lastMessageSeq,
    })),
    messages: messages.map((row) => ({
      id: globalId("Message", row.id),
      threadId: globalId("Thread", row.threadId),
      groupId: group(row.groupId),
      seq: row.seq,
      version: row.version,
      authorId: row.authorId,
      withdrawnBy: row.withdrawnBy ?? null,
    })),
    applications: wishes("Application", applications),
    waitingPlaces: wishes("WaitingPlace", waitingPlaces),
  };
}
