import type { Db, Entities } from "../platform/database/database.ts";
import { bulkSteps } from "../features/administration/listeners.ts";
import { forgetPlans } from "../features/administration/jobs.ts";
import { MessageSchema, ThreadSchema } from "../features/discussion/entities.ts";
import { forgetWithdrawn } from "../features/discussion/jobs.ts";
import { GroupSchema } from "../features/groups/entities/group.ts";
import { InvitationSchema } from "../features/groups/entities/invitation.ts";
import { MembershipSchema } from "../features/groups/entities/membership.ts";
import { invitationMails } from "../features/groups/listeners.ts";
import { ApplicationSchema, WaitingPlaceSchema } from "../features/joining/entities.ts";
import { lapseOffers } from "../features/joining/jobs.ts";
import { seatOffers } from "../features/joining/listeners.ts";
import { MentionSchema } from "../features/inbox/entities.ts";
import { changesOfMentions, mentionsOfMessages } from "../features/inbox/listeners.ts";
import { NetworkMembershipSchema, NetworkSchema } from "../features/networks/entities.ts";
import { PersonSchema, PostSchema } from "../features/people/entities.ts";
import { OrganisationSchema } from "../features/organisations/entities.ts";
import { ProgrammeSchema, RelationSchema, WaveSchema } from "../features/programmes/entities.ts";
import { forgetOldKeys } from "../house/idempotency.ts";
import { forgetOldSessions } from "../platform/auth/oldSessions.ts";
import { endCircles } from "../features/groups/jobs.ts";
import type { Job } from "../platform/jobs/jobs.ts";
import type { LiveDelivery } from "../live/live.ts";
import type { Consumer } from "../live/consumers.ts";

/** What the unit of work knows. */
export const entities: Entities = [
  PersonSchema,
  PostSchema,
  NetworkSchema,
  NetworkMembershipSchema,
  OrganisationSchema,
  GroupSchema,
  MembershipSchema,
  InvitationSchema,
  ApplicationSchema,
  WaitingPlaceSchema,
  ProgrammeSchema,
  WaveSchema,
  RelationSchema,
  ThreadSchema,
  MessageSchema,
  MentionSchema,
];

/** Who hears facts. */
export const consumers: readonly Consumer[] = [
  mentionsOfMessages,
  changesOfMentions,
  invitationMails,
  seatOffers,
  bulkSteps,
];

/** What every node does about once a second. */
export const chores: readonly ((db: Db) => Promise<void>)[] = [
  forgetWithdrawn,
  forgetOldKeys,
  forgetOldSessions,
  forgetPlans,
];

/** What the work of a job may use. */
export interface JobTools {
  readonly db: Db;
  readonly live: LiveDelivery;
}

/** What time itself brings about: queued, and done by one node. */
export const jobs: readonly Job<JobTools>[] = [lapseOffers, endCircles];
