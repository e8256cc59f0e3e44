import { randomUUID } from "node:crypto";
import {
  inviteAs,
  newApplication,
  newBulkAct,
  newMember,
  newMessage,
  newWaitingPlace,
  newOrganisation,
  newProgramme,
  newRelation,
  newWave,
  type ActorName,
  type Scene,
} from "./lawScene.ts";

/**
 * What an actor gets: `ok`; `null` for what does not exist for them; a top-level code; or `refused` with the
 * code in the payload.
 */
export type Outcome =
  | "ok"
  | "null"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | `refused ${string}`;
export type Cells = Record<ActorName, Outcome>;

export interface LawRow {
  cells: Cells;
  /** Valid variables for one try; what they act on is made for it. */
  variables: (scene: Scene) => object | Promise<object>;
  /** A selection other than `errors { code }`, for fields that are no mutations. */
  selection?: string;
  /** The tries change who the actors are: they get a scene of their own. */
  ownScene?: true;
}

const everybody = (outcome: Outcome): Cells => ({
  anonymous: "UNAUTHENTICATED",
  outsider: outcome,
  neighbour: outcome,
  member: outcome,
  removed: outcome,
  coordinator: outcome,
  moderator: outcome,
  networkManager: outcome,
  appWithoutScope: "FORBIDDEN",
});
const nobodyBut = (cells: Partial<Cells>): Cells => ({ ...everybody("NOT_FOUND"), ...cells });
const inside = (outcome: Outcome): Partial<Cells> => ({
  member: outcome,
  coordinator: outcome,
  moderator: outcome,
});

const members = nobodyBut(inside("ok"));
const keepers = nobodyBut({ ...inside("ok"), member: "refused FORBIDDEN" });
const authorOnly = nobodyBut(inside("refused FORBIDDEN"));
/** For whoever sees that the group exists: the whole network. */
const administrators: Cells = {
  ...everybody("refused FORBIDDEN"),
  outsider: "NOT_FOUND",
  coordinator: "ok",
  networkManager: "ok",
};
/** Who keeps the network's register; the rest of the network only reads it. */
const networkManagers: Cells = {
  ...everybody("refused FORBIDDEN"),
  outsider: "NOT_FOUND",
  networkManager: "ok",
};
const wholeNetwork = { ...everybody("ok"), outsider: "NOT_FOUND" } as const;

const input = (value: object) => ({ input: value });
const onThread =
  (more: object = {}) =>
  (scene: Scene) =>
    input({ threadId: scene.thread.id, ...more });
const onMessage =
  (more: object = {}) =>
  async (scene: Scene) =>
    input({ messageId: await newMessage(scene), ...more });
const onGroup =
  (more: object = {}) =>
  (scene: Scene) =>
    input({ groupId: scene.group.id, ...more });
const onInvitation = async (scene: Scene) => {
  const { id } = await inviteAs(scene.actors.coordinator, scene.group.id);
  return input({ invitationId: id });
};
const onMember =
  (more: object = {}) =>
  async (scene: Scene) =>
    input({ groupId: scene.group.id, personId: (await newMember(scene)).id, ...more });

const onOrganisation =
  (more: object = {}) =>
  async ({ actors, group }: Scene) => {
    const { id } = await newOrganisation(actors.networkManager, group.networkId);
    return input({ organisationId: id, ...more });
  };

const onProgramme =
  (more: object = {}) =>
  (scene: Scene) =>
    input({ programmeId: scene.programme.id, ...more });
const onWave =
  (more: object = {}) =>
  async ({ actors, programme }: Scene) =>
    input({ waveId: (await newWave(actors.networkManager, programme.id)).id, ...more });
/** A relation of a new programme, so that no other one overlaps with it. */
const onRelation =
  (more: object = {}) =>
  async ({ actors, group, organisation }: Scene) => {
    const { id } = await newProgramme(actors.networkManager, group.networkId);
    const ends = { programmeId: id, organisationId: organisation.id };
    return input({ relationId: (await newRelation(actors.networkManager, ends)).id, ...more });
  };

const onApplication =
  (more: object = {}) =>
  async (scene: Scene) =>
    input({ applicationId: await newApplication(scene), ...more });
const onWaitingPlace = async (scene: Scene) =>
  input({ waitingPlaceId: await newWaitingPlace(scene) });
const deciding = (outcome: Outcome): Partial<Cells> => ({
  coordinator: outcome,
  networkManager: outcome,
});
/** Who is in the network and not in the group; those who are in it are told so. */
const applicants: Cells = {
  ...everybody("ok"),
  ...inside("refused FORBIDDEN"),
  outsider: "NOT_FOUND",
};

export const queryLaws: Record<string, LawRow> = {
  viewer: {
    cells: { ...everybody("ok"), anonymous: "null" },
    variables: () => ({}),
    selection: "person { id } email",
  },
  rateLimit: {
    cells: { ...everybody("ok"), anonymous: "ok" },
    variables: () => ({}),
    selection: "limit",
  },
  node: {
    cells: { ...everybody("ok"), outsider: "null" },
    variables: ({ author }) => ({ id: author.id }),
    selection: "id",
  },
  nodes: {
    cells: { ...everybody("ok"), outsider: "null" },
    variables: ({ author }) => ({ ids: [author.id] }),
    selection: "id",
  },
  network: {
    cells: { ...everybody("ok"), outsider: "null" },
    variables: ({ slug }) => ({ slug }),
    selection: "id name",
  },
  networks: { cells: everybody("ok"), variables: () => ({}), selection: "nodes { id }" },
  invitation: {
    cells: { ...everybody("ok"), anonymous: "ok" },
    variables: ({ invitation }) => ({ token: invitation.token }),
    selection: "groupName",
  },
};

export const subscriptionLaws: Record<string, LawRow> = {
  threadUpdates: {
    cells: members,
    variables: ({ thread }) => ({ threadId: thread.id }),
    selection: "__typename",
  },
  groupUpdates: {
    cells: members,
    variables: ({ group }) => ({ groupId: group.id }),
    selection: "__typename",
  },
  presence: {
    cells: members,
    variables: ({ group }) => ({ groupId: group.id }),
    selection: "__typename",
  },
  networkUpdates: {
    cells: wholeNetwork,
    variables: ({ group }) => ({ networkId: group.networkId }),
    selection: "__typename",
  },
  inboxUpdates: { cells: everybody("ok"), variables: () => ({}), selection: "__typename" },
};

export const mutationLaws: Record<string, LawRow> = {
  updateProfile: { cells: everybody("ok"), variables: () => input({ profession: "Nurse" }) },
  listInDirectory: {
    cells: wholeNetwork,
    variables: ({ group }) => input({ networkId: group.networkId, on: true }),
  },
  createNetwork: {
    cells: everybody("ok"),
    variables: () => input({ slug: `law-${randomUUID().slice(0, 13)}`, name: "A network" }),
  },
  editNetwork: {
    cells: networkManagers,
    variables: ({ group }) => input({ networkId: group.networkId, accent: "#7a4fa3" }),
  },
  changeNetworkRole: {
    cells: networkManagers,
    variables: ({ group, author }) =>
      input({ networkId: group.networkId, personId: author.id, role: "MODERATOR" }),
    ownScene: true,
  },
  leaveNetwork: {
    cells: {
      ...wholeNetwork,
      coordinator: "refused LAST_COORDINATOR",
      networkManager: "refused LAST_MANAGER",
    },
    variables: ({ group }) => input({ networkId: group.networkId }),
    ownScene: true,
  },
  removeFromNetwork: {
    cells: networkManagers,
    variables: async (scene) =>
      input({ networkId: scene.group.networkId, personId: (await newMember(scene)).id }),
    ownScene: true,
  },
  createGroup: {
    cells: { ...administrators, coordinator: "refused FORBIDDEN" },
    variables: ({ group }) => input({ networkId: group.networkId, name: "More", kind: "COHORT" }),
  },
  gatherInvitations: {
    cells: networkManagers,
    variables: ({ group }) =>
      input({ networkId: group.networkId, part: 1, text: "ada@people.example" }),
  },
  planInvitations: {
    cells: nobodyBut({ networkManager: "ok" }),
    variables: async (scene) => input({ bulkActId: await newBulkAct(scene) }),
  },
  planResending: {
    cells: networkManagers,
    variables: ({ group }) => input({ networkId: group.networkId }),
  },
  startBulkAct: {
    cells: nobodyBut({ networkManager: "ok" }),
    variables: async (scene) => input({ bulkActId: await newBulkAct(scene) }),
  },
  undoBulkAct: {
    cells: nobodyBut({ networkManager: "ok" }),
    variables: async (scene) => input({ bulkActId: await newBulkAct(scene, true) }),
  },
  registerOrganisation: {
    cells: networkManagers,
    variables: ({ group }) =>
      input({
        networkId: group.networkId,
        name: `Trust ${randomUUID()}`,
        kind: "TRUST",
        country: "GB",
      }),
  },
  correctOrganisation: {
    cells: networkManagers,
    variables: onOrganisation({ area: "Copperbelt" }),
  },
  renameOrganisation: {
    cells: networkManagers,
    variables: onOrganisation({ name: "Another name", on: "2026-01-01" }),
  },
  mergeOrganisations: {
    cells: networkManagers,
    variables: async ({ actors, group, organisation }) => {
      const { id } = await newOrganisation(actors.networkManager, group.networkId);
      return input({ organisationIds: [id], intoId: organisation.id, on: "2026-01-01" });
    },
  },
  closeOrganisation: { cells: networkManagers, variables: onOrganisation({ on: "2026-01-01" }) },
  reviveOrganisation: {
    cells: networkManagers,
    variables: async ({ actors, group }) => {
      const { id } = await newOrganisation(actors.networkManager, group.networkId);
      await actors.networkManager.act("closeOrganisation", {
        organisationId: id,
        on: "2026-01-01",
      });
      return input({ organisationId: id });
    },
  },
  createProgramme: {
    cells: networkManagers,
    variables: ({ group }) => input({ networkId: group.networkId, name: "A programme" }),
  },
  editProgramme: { cells: networkManagers, variables: onProgramme({ description: "What for" }) },
  addWave: {
    cells: networkManagers,
    variables: async ({ actors, group }) =>
      input({
        programmeId: (await newProgramme(actors.networkManager, group.networkId)).id,
        name: "First wave",
      }),
  },
  editWave: {
    cells: networkManagers,
    variables: ({ wave }) => input({ waveId: wave.id, endsOn: "2027-03-31" }),
  },
  removeWave: { cells: networkManagers, variables: onWave() },
  relateOrganisation: {
    cells: networkManagers,
    variables: async ({ actors, group, organisation }) =>
      input({
        programmeId: (await newProgramme(actors.networkManager, group.networkId)).id,
        organisationId: organisation.id,
        kind: "HOSTS",
      }),
  },
  dateRelation: { cells: networkManagers, variables: onRelation({ until: "2027-03-31" }) },
  removeRelation: { cells: networkManagers, variables: onRelation() },
  placeGroup: {
    cells: networkManagers,
    variables: ({ group, programme, wave }) =>
      input({ groupId: group.id, programmeId: programme.id, waveId: wave.id }),
  },
  editGroup: { cells: administrators, variables: onGroup({ description: "What we are" }) },
  // Managers administer a group; what its coordinators say among themselves is theirs alone.
  openCoordinatorsRoom: {
    cells: { ...everybody("refused FORBIDDEN"), outsider: "NOT_FOUND", coordinator: "ok" },
    variables: onGroup(),
  },
  moveGroupOn: {
    cells: administrators,
    variables: onGroup({ state: "SELF_SUSTAINING" }),
    ownScene: true,
  },
  writeCompact: {
    cells: administrators,
    variables: onGroup({ body: "We ask before we advise." }),
    ownScene: true,
  },
  agreeToCompact: {
    cells: { ...administrators, ...inside("ok"), networkManager: "refused FORBIDDEN" },
    variables: onGroup({ version: 1 }),
  },
  inviteToGroup: {
    cells: administrators,
    variables: ({ group }) =>
      input({ groupId: group.id, role: "MEMBER", emails: [`${randomUUID()}@people.example`] }),
  },
  createInvitationLink: { cells: administrators, variables: onGroup({ role: "MEMBER" }) },
  renewInvitation: {
    cells: nobodyBut({ coordinator: "ok", networkManager: "ok" }),
    variables: onInvitation,
    ownScene: true,
  },
  revokeInvitation: {
    cells: nobodyBut({ coordinator: "ok", networkManager: "ok" }),
    variables: onInvitation,
    ownScene: true,
  },
  acceptInvitation: {
    cells: everybody("ok"),
    variables: async ({ actors, group }) =>
      input({ token: (await inviteAs(actors.coordinator, group.id)).token }),
    ownScene: true,
  },
  setJoiningForm: {
    cells: administrators,
    variables: onGroup({ questions: [{ kind: "SHORT_TEXT", label: "Why?", required: false }] }),
    ownScene: true,
  },
  saveApplicationDraft: { cells: applicants, variables: onGroup({ answers: [] }) },
  applyToGroup: { cells: applicants, variables: onGroup({ answers: [] }), ownScene: true },
  answerApplication: {
    cells: nobodyBut(deciding("refused FORBIDDEN")),
    variables: onApplication({ text: "Since May" }),
    ownScene: true,
  },
  withdrawApplication: {
    cells: nobodyBut(deciding("refused FORBIDDEN")),
    variables: onApplication(),
    ownScene: true,
  },
  askApplicant: {
    cells: nobodyBut(deciding("ok")),
    variables: onApplication({ question: "Since when?" }),
    ownScene: true,
  },
  decideApplication: {
    cells: nobodyBut(deciding("ok")),
    variables: onApplication({ accept: false, reason: "We begin in May" }),
    ownScene: true,
  },
  waitForSeat: {
    cells: {
      ...everybody("refused FORBIDDEN"),
      ...inside("refused STATE_CHANGED"),
      outsider: "NOT_FOUND",
    },
    variables: onGroup(),
  },
  giveUpWaiting: {
    cells: nobodyBut(deciding("ok")),
    variables: onWaitingPlace,
    ownScene: true,
  },
  takeOfferedSeat: {
    cells: nobodyBut(deciding("refused FORBIDDEN")),
    variables: onWaitingPlace,
    ownScene: true,
  },
  joinGroup: {
    cells: { ...administrators, ...inside("ok"), networkManager: "refused FORBIDDEN" },
    variables: onGroup(),
  },
  leaveGroup: {
    // The scene has one.
    cells: { ...wholeNetwork, coordinator: "refused LAST_COORDINATOR" },
    variables: onGroup(),
    ownScene: true,
  },
  handOnRole: {
    cells: { ...networkManagers, networkManager: "refused FORBIDDEN", coordinator: "ok" },
    variables: ({ author, ...scene }) => onGroup({ toPersonId: author.id })({ author, ...scene }),
    ownScene: true,
  },
  changeRole: {
    cells: administrators,
    variables: onMember({ role: "COORDINATOR" }),
    ownScene: true,
  },
  removeMember: { cells: administrators, variables: onMember(), ownScene: true },

  startThread: {
    cells: members,
    variables: ({ group }) =>
      input({
        groupId: group.id,
        title: "A thread",
        kind: "DISCUSSION",
        body: "Hello",
        clientKey: randomUUID(),
      }),
  },
  announceToGroups: {
    cells: keepers,
    variables: ({ group }) =>
      input({ groupIds: [group.id], title: "News", body: "Hello", clientKey: randomUUID() }),
  },
  renameThread: { cells: keepers, variables: onThread({ title: "Another title" }) },
  closeThread: {
    cells: keepers,
    variables: async ({ group, author }) => input({ threadId: (await group.thread(author)).id }),
  },
  reopenThread: {
    cells: keepers,
    variables: async ({ group, author }) => {
      const { id } = await group.thread(author);
      await author.ask(
        `mutation($input: CloseThreadInput!) { closeThread(input: $input) { errors { message } } }`,
        input({ threadId: id }),
      );
      return input({ threadId: id });
    },
  },
  pinThread: { cells: keepers, variables: onThread({ on: true }) },
  acceptAnswer: {
    cells: { ...keepers, moderator: "refused FORBIDDEN" },
    variables: async ({ group, author }) =>
      input({ threadId: (await group.thread(author, { kind: "QUESTION" })).id }),
  },
  acknowledgeThread: {
    // The scene's announcement is the coordinator's own, and who wrote one is not asked.
    cells: { ...members, coordinator: "refused INVALID_INPUT" },
    variables: ({ announcement }) => input({ threadId: announcement.id }),
  },
  sendMessage: {
    cells: members,
    variables: ({ thread }) =>
      input({ threadId: thread.id, body: "Hello", clientKey: randomUUID() }),
  },
  editMessage: {
    cells: authorOnly,
    variables: onMessage({ body: "Other words", expectedVersion: 1 }),
  },
  withdrawMessage: { cells: keepers, variables: onMessage() },
  restoreMessage: {
    cells: authorOnly,
    variables: async (scene) => {
      const messageId = await newMessage(scene);
      await scene.author.ask(
        `mutation($input: WithdrawMessageInput!) { withdrawMessage(input: $input) { errors { message } } }`,
        input({ messageId }),
      );
      return input({ messageId });
    },
  },
  pinMessage: { cells: keepers, variables: onMessage({ on: true }) },
  react: { cells: members, variables: onMessage({ emoji: "👍", on: true }) },
  markRead: { cells: members, variables: onThread({ seq: 1 }) },
  markUnread: { cells: members, variables: onThread({ seq: 1 }) },
  saveDraft: { cells: members, variables: onThread({ body: "Begun" }) },
  signalTyping: { cells: members, variables: onThread() },
};
