import { v7 } from "uuid";
import { emptyGroup } from "../features/groups/commands/makeGroup.ts";
import { defaultVisibility } from "../features/groups/entities/life.ts";
import { defaultCapacities, countSeat, type GroupRow } from "../features/groups/entities/group.ts";
import type { MembershipRow } from "../features/groups/entities/membership.ts";
import { GroupCreated, GroupJoined, MemberAdmitted } from "../features/groups/facts.ts";
import {
  newNetwork,
  type NetworkMembershipRow,
  type NetworkRole,
  type NetworkRow,
} from "../features/networks/entities.ts";
import { NetworkJoined } from "../features/networks/facts.ts";
import type { Role } from "../features/networks/public.ts";
import { daysBefore, instantOf, soonAfter } from "./clock.ts";
import { contexts } from "./content/contexts.ts";
import { networkLooks } from "./content/looks.ts";
import { demoAccounts } from "./content/world.ts";
import type { DemoGroup, DemoNetwork } from "./content/types.ts";
import type { Journal } from "./journal.ts";
import type { Character } from "./people.ts";

/** A group with everybody in it, in the order in which they came. */
export interface Place {
  demo: DemoGroup;
  group: GroupRow;
  members: MembershipRow[];
}

interface Stage {
  journal: Journal;
  now: Date;
  people: ReadonlyMap<string, Character>;
}

/** One network from its founding until everybody is in their places, before the first word is said. */
export class Founding {
  readonly network: NetworkRow;
  readonly networkMemberships: NetworkMembershipRow[] = [];
  readonly places: Place[];
  readonly #stage: Stage;
  readonly #managerId: string;
  readonly #coordinators: Place;

  constructor(demo: DemoNetwork, stage: Stage) {
    this.#stage = stage;
    const groups = demo.groups.map((group) => ({ group, at: foundedAt(group, stage) }));
    const createdAt = daysBefore(earliest(groups.map(({ at }) => at)), 4);
    const { slug, name, description } = demo;
    const id = idAt(createdAt);
    this.network = newNetwork({ id, slug, name, description, createdAt, ...networkLooks[slug] });
    stage.journal.createChannel(id, "NETWORK");
    const manager = demoAccounts.find(({ manages }) => manages?.includes(slug));
    this.#managerId = this.#characterOf(manager?.email ?? "").person.id;
    this.#enter(manager?.email ?? "", { at: createdAt, role: "MANAGER" });
    const derived =
      demo.groups.find(({ kind }) => kind === "COORDINATORS") ?? silentCoordinators(demo);
    this.#coordinators = this.#makeGroup(derived, createdAt);
    const others = groups.filter(({ group }) => group !== derived);
    this.places = [
      ...others.map(({ group, at }) => this.#makeGroup(group, at)),
      this.#coordinators,
    ];
    this.#fill();
  }

  #makeGroup(demo: DemoGroup, at: Date): Place {
    const { kind, name, description, country } = demo;
    const group: GroupRow = {
      ...emptyGroup,
      visibility: defaultVisibility(kind),
      ...contexts[demo.key],
      id: idAt(at),
      networkId: this.network.id,
      kind,
      name,
      description,
      country,
      ...defaultCapacities(kind),
      memberCount: 0,
      coordinatorCount: 0,
      stateSince: at,
      lastActivityAt: at,
      createdAt: at,
    };
    const { journal } = this.#stage;
    journal.createChannel(group.id, "GROUP");
    journal.happened(GroupCreated, {
      channelId: this.network.id,
      at,
      actorId: this.#managerId,
      data: { groupId: group.id },
    });
    return { demo, group, members: [] };
  }

  /** Everybody accepts their invitation: first who coordinates, then the others in the days after. */
  #fill(): void {
    const admissions = this.places.flatMap((place) =>
      [...comers(place.demo)].map(({ key, role }, index) => {
        const minutes = 90 + index * 185 + ((index * 37) % 60);
        return {
          place,
          key,
          role,
          at: soonAfter(place.group.createdAt, { minutes, now: this.#stage.now }),
        };
      }),
    );
    for (const { place, key, role, at } of admissions.toSorted(
      (one, other) => one.at.getTime() - other.at.getTime(),
    )) {
      this.#enter(key, { at, role: "MEMBER" });
      this.#admit(key, { place, role, at });
      if (role === "COORDINATOR")
        this.#admit(key, { place: this.#coordinators, role: "MEMBER", at });
    }
  }

  #enter(key: string, { at, role }: { at: Date; role: NetworkRole }): void {
    const { person } = this.#characterOf(key);
    if (this.networkMemberships.some(({ personId }) => personId === person.id)) return;
    if (person.createdAt > at) person.createdAt = at;
    this.network.memberCount += 1;
    this.networkMemberships.push({
      id: idAt(at),
      networkId: this.network.id,
      personId: person.id,
      role,
      since: at,
      until: null,
      endedAs: null,
    });
    const data = { networkId: this.network.id, personId: person.id };
    const joined = { at, actorId: person.id, data };
    const { journal } = this.#stage;
    journal.happened(NetworkJoined, { ...joined, channelId: data.networkId, admits: person.id });
    journal.happened(NetworkJoined, { ...joined, channelId: person.id });
  }

  #admit(key: string, { place, role, at }: { place: Place; role: Role; at: Date }): void {
    const { journal } = this.#stage;
    const personId = this.#characterOf(key).person.id;
    const { group, members } = place;
    if (members.some((member) => member.personId === personId)) return;
    countSeat(group, { role, by: 1 });
    const membershipId = idAt(at);
    members.push({
      id: membershipId,
      groupId: group.id,
      personId,
      role,
      state: "ACTIVE",
      since: at,
      endedAt: null,
    });
    journal.happened(MemberAdmitted, {
      channelId: group.id,
      at,
      actorId: personId,
      admits: personId,
      data: { membershipId, personId, role },
    });
    journal.happened(GroupJoined, {
      channelId: personId,
      at,
      actorId: personId,
      data: { groupId: group.id },
    });
  }

  #characterOf(key: string): Character {
    const character = this.#stage.people.get(key);
    if (!character) throw new Error(`nobody in the demo world is ${key}`);
    return character;
  }
}

function comers({ people, joined }: DemoGroup): { key: string; role: Role }[] {
  const all = [...people, ...joined.map(({ person, role }) => ({ key: person, role }))];
  const having = (wanted: Role) => all.filter(({ role }) => role === wanted);
  return [...having("COORDINATOR"), ...having("MEMBER")];
}

/** Far enough before the first word for everybody to come in. */
const foundedAt = ({ threads, timeZone }: DemoGroup, { now }: Stage) =>
  daysBefore(
    earliest(
      threads.flatMap(({ messages }) => messages.map(({ at }) => instantOf(at, { timeZone, now }))),
    ),
    6,
  );

const earliest = (instants: Date[]) =>
  new Date(Math.min(...instants.map((instant) => instant.getTime())));

const idAt = (at: Date) => v7({ msecs: at.getTime() });

/** Every network has a coordinators' group, also one whose coordinators have not talked yet. */
function silentCoordinators({ slug, name }: DemoNetwork): DemoGroup {
  return {
    key: `${slug}-coordinators`,
    name: "Coordinators",
    kind: "COORDINATORS",
    country: null,
    description: `The coordinators of all groups of ${name}.`,
    timeZone: "Etc/UTC",
    people: [],
    joined: [],
    threads: [],
  };
}
