import { randomUUID } from "node:crypto";
import { globalId } from "../../platform/graphql/ids.ts";
import { send, TestGroup, type Actor, type World } from "../../testing/world.ts";

export const actorNames = [
  "anonymous",
  "outsider",
  "neighbour",
  "member",
  "removed",
  "coordinator",
  "moderator",
  "networkManager",
  "appWithoutScope",
] as const;
export type ActorName = (typeof actorNames)[number];

/** One cohort with everybody who could ask about it, and something of each kind to ask about. */
export interface Scene {
  world: World;
  actors: Record<ActorName, Actor>;
  group: TestGroup;
  slug: string;
  /** A member whom nobody asks as: whose threads and messages the others act on. */
  author: Actor;
  thread: { id: string; messageId: string };
  announcement: { id: string };
  organisation: { id: string };
  programme: { id: string };
  wave: { id: string };
  relation: { id: string };
  invitation: { id: string; token: string };
  membershipId: string;
  /** A post of the author's. */
  postId: string;
  networkMembershipId: string;
}

/** Builds a scene. The network's manager made the group and has left it again. */
export async function openScene(world: World): Promise<Scene> {
  const network = await world.network();
  const { manager } = network;
  const group = await groupIn(world, network, "RESTRICTED");
  const elsewhere = await groupIn(world, network);
  const outsider = (await world.network()).manager;
  const neighbour = await elsewhere.admit();
  const author = await group.admit();
  const member = await group.admit();
  const removed = await group.admit();
  const coordinator = await group.admit("COORDINATOR");
  const moderator = await group.admit();
  await group.remove(removed);
  await manager.ask(
    `mutation($input: ChangeRoleInput!) { changeRole(input: $input) { errors { message } } }`,
    { input: { groupId: group.id, personId: moderator.id, role: "MODERATOR" } },
  );
  const { person } = await author.act(
    "updateProfile",
    { posts: [{ title: "Nurse", employer: "A clinic", startsOn: "2020-01-01" }] },
    "person { posts { id } }",
  );
  await coordinator.act("writeCompact", {
    groupId: group.id,
    body: "What is said here stays here.",
  });
  const thread = await group.thread(author);
  const announcement = await group.thread(coordinator, {
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
  });
  const organisation = await newOrganisation(manager, network.id);
  const programme = await newProgramme(manager, network.id);
  const wave = await newWave(manager, programme.id);
  const relation = await newRelation(manager, {
    programmeId: programme.id,
    organisationId: organisation.id,
  });
  const invitation = await inviteAs(coordinator, group.id);
  await manager.ask(
    `mutation($input: LeaveGroupInput!) { leaveGroup(input: $input) { errors { message } } }`,
    { input: { groupId: group.id } },
  );
  const { viewer } = await member.ask(
    `{ viewer { groups { nodes { members { nodes { id person { id } } } } }
                networks { nodes { members { nodes { id person { id } } } } } } }`,
  );
  return {
    world,
    actors: {
      anonymous: world.stranger,
      outsider,
      neighbour,
      member,
      removed,
      coordinator,
      moderator,
      networkManager: manager,
      appWithoutScope: member.withScopes(new Set()),
    },
    group,
    slug: network.slug,
    author,
    thread,
    announcement,
    organisation,
    programme,
    wave,
    relation,
    invitation,
    postId: person.posts[0].id,
    membershipId: placeOf(viewer.groups.nodes[0].members.nodes, author),
    networkMembershipId: placeOf(viewer.networks.nodes[0].members.nodes, author),
  };
}

const placeOf = (places: { id: string; person: { id: string } }[], who: Actor): string =>
  places.find(({ person }) => person.id === who.id)?.id ?? "";

async function groupIn(
  world: World,
  network: { id: string; manager: Actor },
  visibility = "PRIVATE",
): Promise<TestGroup> {
  const { createGroup } = await network.manager.ask(
    `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }`,
    { input: { networkId: network.id, name: "A group", kind: "COHORT", visibility } },
  );
  const { id } = createGroup.group;
  return new TestGroup(world, { id, networkId: network.id, manager: network.manager });
}

/** An invitation by a coordinator, who stays when the manager has left. */
export async function inviteAs(
  coordinator: Actor,
  groupId: string,
): Promise<{ id: string; token: string }> {
  const { inviteToGroup } = await coordinator.ask(
    `mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) {
      invitations { id token } errors { message } } }`,
    { input: { groupId, role: "MEMBER", emails: [`${randomUUID()}@people.example`] } },
  );
  return inviteToGroup.invitations[0];
}

/** An entry of the network's register to be acted on. */
export async function newOrganisation(manager: Actor, networkId: string): Promise<{ id: string }> {
  const input = { networkId, name: `Hospital ${randomUUID()}`, kind: "HOSPITAL", country: "ZM" };
  return (await manager.act("registerOrganisation", input, "organisation { id }"))["organisation"];
}

export async function newProgramme(manager: Actor, networkId: string): Promise<{ id: string }> {
  const input = { networkId, name: "Leading in rural clinics" };
  return (await manager.act("createProgramme", input, "programme { id }"))["programme"];
}

export async function newWave(manager: Actor, programmeId: string): Promise<{ id: string }> {
  return (await manager.act("addWave", { programmeId, name: "Pilot" }, "wave { id }"))["wave"];
}

export async function newRelation(
  manager: Actor,
  input: { programmeId: string; organisationId: string },
): Promise<{ id: string }> {
  const funds = { ...input, kind: "FUNDS" };
  return (await manager.act("relateOrganisation", funds, "relation { id }"))["relation"];
}

/** A new member to be acted on. */
export async function newMember({ world, actors, group }: Scene): Promise<Actor> {
  const person = await world.person("Newcomer");
  const { token } = await inviteAs(actors.coordinator, group.id);
  await person.ask(
    `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { errors { message } } }`,
    { input: { token } },
  );
  return person;
}

/** An application to the scene's group, by somebody who came into its network by leaving that group. */
export async function newApplication(scene: Scene): Promise<string> {
  const person = await newMember(scene);
  await person.act("leaveGroup", { groupId: scene.group.id });
  const made = await person.act(
    "applyToGroup",
    { groupId: scene.group.id, answers: [] },
    "application { id }",
  );
  return made["application"].id;
}

/** A place in the line of the scene's group, which is full from then on. */
export async function newWaitingPlace(scene: Scene): Promise<string> {
  const { world, actors, group } = scene;
  const manager = actors.networkManager;
  const { node } = await manager.ask(
    `query($id: ID!) { node(id: $id) { ... on Group { memberCount heldCount } } }`,
    { id: group.id },
  );
  const memberCapacity = node.memberCount + node.heldCount;
  await manager.act("editGroup", { groupId: group.id, memberCapacity });
  const { token } = await inviteAs(actors.coordinator, group.id);
  const person = await world.person("Waiting");
  return (await person.act("waitForSeat", { token }, "waitingPlace { id }"))["waitingPlace"].id;
}

/** A new message of the author's to be acted on. */
export async function newMessage({ author, thread }: Scene): Promise<string> {
  return (await send(author, thread.id, "Something to act on")).message.id;
}

/** The same variables with every id replaced by one of the same type that was never given out. */
export function withRandomIds<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part !== "string") return part;
    const type = /^([A-Z][A-Za-z]+):[0-9a-f-]{36}$/.exec(
      Buffer.from(part, "base64url").toString("latin1"),
    )?.[1];
    return type ? globalId(type, randomUUID()) : part;
  }) as T;
}

/** An act of the network's manager, planned, and begun where that is wanted. */
export async function newBulkAct({ actors, group }: Scene, started = false): Promise<string> {
  const manager = actors.networkManager;
  const selection = "bulkAct { id }";
  const list = { networkId: group.networkId, part: 1, text: `${randomUUID()}@people.example` };
  const { bulkAct } = await manager.act("gatherInvitations", list, selection);
  const plan = { bulkActId: bulkAct.id, groupId: group.id };
  await manager.act("planInvitations", plan, selection);
  if (started) await manager.act("startBulkAct", { bulkActId: bulkAct.id }, selection);
  return bulkAct.id;
}
