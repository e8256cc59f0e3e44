import type { NonEmptyArray } from "type-graphql";
import { BoardOfNetwork, BoardOfGroup } from "../features/board/resolvers.ts";
import { administrationInInbox, BulkActOfUpdate } from "../features/administration/live.ts";
import { findBulkAct } from "../features/administration/queries.ts";
import {
  BulkActFields,
  BulkActMutations,
  BulkGroupFields,
  BulkLineFields,
  NetworkBulkActs,
} from "../features/administration/resolvers.ts";
import { keepEntries } from "../features/directory/commands/keepEntries.ts";
import { NetworkDirectoryResolver } from "../features/directory/resolvers.ts";
import {
  PresenceResolver,
  PresenceSnapshotResolver,
  TypingResolver,
} from "../features/discussion/live/presence.ts";
import { ThreadUpdates } from "../features/discussion/live/threadUpdates.ts";
import {
  discussionInGroup,
  discussionInInbox,
  updateFieldResolvers,
} from "../features/discussion/live/updates.ts";
import { findMessage, findThread } from "../features/discussion/queries.ts";
import {
  AnnouncingMutations,
  ViewerAnnouncingResolver,
} from "../features/discussion/resolvers/announcing.ts";
import { AcknowledgementResolver, GroupThreads } from "../features/discussion/resolvers/lists.ts";
import {
  MessageResolver,
  ReactionCountResolver,
} from "../features/discussion/resolvers/message.ts";
import { MessageMutations } from "../features/discussion/resolvers/messageMutations.ts";
import { ReadingMutations } from "../features/discussion/resolvers/reading.ts";
import { ThreadResolver } from "../features/discussion/resolvers/thread.ts";
import { ThreadMutations } from "../features/discussion/resolvers/threadMutations.ts";
import { leaveGroupsOf } from "../features/groups/commands/leaveGroupsOf.ts";
import { foundCoordinatorsGroup } from "../features/groups/commands/makeGroup.ts";
import {
  groupLiveResolver,
  groupProjections,
  inboxProjections,
  networkProjections,
} from "../features/groups/live.ts";
import { sharesGroup } from "../features/groups/loaders.ts";
import { findGroup } from "../features/groups/queries/groups.ts";
import { endWishes } from "../features/joining/commands/endWishes.ts";
import { joiningInInbox, joiningUpdateResolvers } from "../features/joining/live.ts";
import { findApplication, findWaitingPlace } from "../features/joining/queries.ts";
import { ApplicationMutations } from "../features/joining/resolvers/applications.ts";
import {
  ApplicationFields,
  GroupJoiningFields,
  ViewerJoiningFields,
  WaitingPlaceFields,
} from "../features/joining/resolvers/fields.ts";
import { WaitingMutations } from "../features/joining/resolvers/waiting.ts";
import { findInvitation } from "../features/groups/queries/invitations.ts";
import { findMembership } from "../features/groups/queries/members.ts";
import {
  CompactMutations,
  CompactVersionFields,
  GroupCompactFields,
  InvitationCompactFields,
  MembershipCompactFields,
} from "../features/groups/resolvers/compact.ts";
import {
  GroupResolver,
  NetworkGroupsResolver,
  ViewerGroupsResolver,
} from "../features/groups/resolvers/groups.ts";
import { InvitationResolver } from "../features/groups/resolvers/invitations.ts";
import { GroupMembershipResolver } from "../features/groups/resolvers/memberships.ts";
import { groupUpdateResolvers } from "../features/groups/resolvers/updates.ts";
import { inboxLiveResolver, mentionResolvers } from "../features/inbox/live.ts";
import { InboxResolver, ViewerInbox } from "../features/inbox/resolvers.ts";
import {
  networkLiveResolver,
  networksInInbox,
  networkUpdateResolvers,
  networksInNetwork,
} from "../features/networks/live.ts";
import { NetworkEditingResolver, NetworkLookResolver } from "../features/networks/editing.ts";
import { findNetwork } from "../features/networks/queries.ts";
import {
  MembershipResolver,
  networkFoundingResolver,
  networkPlacesResolver,
  NetworkResolver,
  ViewerNetworksResolver,
} from "../features/networks/resolvers.ts";
import { findPerson, findPost } from "../features/people/queries.ts";
import { personResolver, profileResolver, ViewerResolver } from "../features/people/resolvers.ts";
import {
  organisationsInNetwork,
  organisationUpdateResolvers,
} from "../features/organisations/live.ts";
import { findOrganisation } from "../features/organisations/queries.ts";
import {
  NetworkOrganisationsResolver,
  OrganisationMutations,
  OrganisationResolver,
} from "../features/organisations/resolvers.ts";
import {
  programmesInGroup,
  programmesInNetwork,
  programmeUpdateResolvers,
} from "../features/programmes/live.ts";
import { findProgramme, findRelation, findWave } from "../features/programmes/queries.ts";
import {
  GroupProgrammeResolver,
  NetworkProgrammesResolver,
  OrganisationRelationsResolver,
  ProgrammeRelationResolver,
  ProgrammeResolver,
  WaveResolver,
} from "../features/programmes/resolvers/fields.ts";
import { ProgrammeMutations } from "../features/programmes/resolvers/mutations.ts";
import type { NodeFinder } from "../house/node.ts";
import { nodeResolver } from "./nodes.ts";
import { RateLimitResolver } from "./rateLimit.ts";

type ResolverClass = new (...args: never[]) => object;

const people: ResolverClass[] = [
  personResolver(sharesGroup),
  profileResolver([keepEntries]),
  ViewerResolver,
];
const networks: ResolverClass[] = [
  NetworkResolver,
  ViewerNetworksResolver,
  MembershipResolver,
  networkFoundingResolver([foundCoordinatorsGroup]),
  networkPlacesResolver([endWishes, leaveGroupsOf]),
  networkLiveResolver({
    ...networksInNetwork,
    ...networkProjections,
    ...organisationsInNetwork,
    ...programmesInNetwork,
  }),
  ...networkUpdateResolvers,
  NetworkLookResolver,
  NetworkEditingResolver,
];
const organisations: ResolverClass[] = [
  OrganisationResolver,
  NetworkOrganisationsResolver,
  OrganisationMutations,
  ...organisationUpdateResolvers,
];
const groups: ResolverClass[] = [
  GroupResolver,
  ViewerGroupsResolver,
  NetworkGroupsResolver,
  GroupMembershipResolver,
  InvitationResolver,
  GroupCompactFields,
  MembershipCompactFields,
  InvitationCompactFields,
  CompactVersionFields,
  CompactMutations,
  ...groupUpdateResolvers,
  groupLiveResolver({ ...groupProjections, ...programmesInGroup, ...discussionInGroup }),
];
const programmes: ResolverClass[] = [
  ProgrammeResolver,
  WaveResolver,
  ProgrammeRelationResolver,
  NetworkProgrammesResolver,
  OrganisationRelationsResolver,
  GroupProgrammeResolver,
  ProgrammeMutations,
  ...programmeUpdateResolvers,
];
const joining: ResolverClass[] = [
  GroupJoiningFields,
  ViewerJoiningFields,
  ApplicationFields,
  WaitingPlaceFields,
  ApplicationMutations,
  WaitingMutations,
  ...joiningUpdateResolvers,
];
const discussion: ResolverClass[] = [
  ThreadResolver,
  MessageResolver,
  ReactionCountResolver,
  ThreadMutations,
  AnnouncingMutations,
  ViewerAnnouncingResolver,
  MessageMutations,
  ReadingMutations,
  GroupThreads,
  AcknowledgementResolver,
  ThreadUpdates,
  PresenceResolver,
  PresenceSnapshotResolver,
  TypingResolver,
  ...updateFieldResolvers,
];
const directory: ResolverClass[] = [NetworkDirectoryResolver];
const board: ResolverClass[] = [BoardOfNetwork, BoardOfGroup];
const inbox: ResolverClass[] = [
  ViewerInbox,
  InboxResolver,
  ...mentionResolvers,
  inboxLiveResolver({
    ...discussionInInbox,
    ...inboxProjections,
    ...joiningInInbox,
    ...administrationInInbox,
    ...networksInInbox,
  }),
];
const administration: ResolverClass[] = [
  NetworkBulkActs,
  BulkActFields,
  BulkLineFields,
  BulkGroupFields,
  BulkActMutations,
  BulkActOfUpdate,
];
/** By type name, for `node` and `nodes`. */
const finders = new Map<string, NodeFinder>([
  ["Person", findPerson],
  ["Post", (ctx, id) => findPost(ctx, { id, sharesGroup })],
  ["Network", findNetwork],
  ["Organisation", findOrganisation],
  ["Programme", findProgramme],
  ["Wave", findWave],
  ["ProgrammeRelation", findRelation],
  ["Group", findGroup],
  ["Membership", findMembership],
  ["Invitation", findInvitation],
  ["Application", findApplication],
  ["WaitingPlace", findWaitingPlace],
  ["BulkAct", findBulkAct],
  ["Thread", findThread],
  ["Message", findMessage],
]);

/** Every resolver of the house. What a lower room shows of a higher one is put together here. */
export const resolvers = [
  nodeResolver(finders),
  RateLimitResolver,
  ...people,
  ...networks,
  ...organisations,
  ...groups,
  ...programmes,
  ...joining,
  ...discussion,
  ...directory,
  ...board,
  ...inbox,
  ...administration,
] as unknown as NonEmptyArray<ResolverClass>;
