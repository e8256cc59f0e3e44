import { defineFact } from "../../live/fact.ts";
import type { Role } from "../networks/public.ts";
import type { LifeState } from "./entities/life.ts";

// Around the group: in the network's channel; of a confidential one in the own channels of the network's managers.
export const GroupCreated = defineFact<{ groupId: string }>("GroupCreated");
/** In the group's channel too. */
export const GroupEdited = defineFact<{ groupId: string }>("GroupEdited");
/** In the group's channel too. */
export const GroupMovedOn = defineFact<{
  groupId: string;
  from: LifeState;
  to: LifeState;
  reason: string | null;
}>("GroupMovedOn");

/** In the network's channel: who may not know of the group any more forgets it. */
export const GroupHidden = defineFact<{ groupId: string }>("GroupHidden");

// In the group's channel.
export const MemberAdmitted = defineFact<{ membershipId: string; personId: string; role: Role }>(
  "MemberAdmitted",
);
export const MemberRemoved = defineFact<{
  membershipId: string;
  personId: string;
  reason: string | null;
}>("MemberRemoved");
export const MemberLeft = defineFact<{
  membershipId: string;
  personId: string;
  reason: string | null;
}>("MemberLeft");
export const RoleChanged = defineFact<{
  membershipId: string;
  personId: string;
  from: Role;
  to: Role;
  reason: string | null;
}>("RoleChanged");
/** Seats are held or free again, or people wait for them: nobody came or went. */
export const SeatsChanged = defineFact<{ groupId: string }>("SeatsChanged");
/** A new version of what the group agreed on: it stands in its own table, not in the log. */
export const CompactWritten = defineFact<{ version: number }>("CompactWritten");
/** A member agreed to it; who comes in with their agreement is told of as MemberAdmitted. */
export const CompactAgreed = defineFact<{
  membershipId: string;
  personId: string;
  version: number;
}>("CompactAgreed");
/** Shown to nobody: letters are to be written. */
export const InvitationsIssued = defineFact<{ invitationIds: string[] }>("InvitationsIssued");
/** Shown to nobody: it stands for the record. */
export const InvitationRevoked = defineFact<{ invitationId: string; reason: string | null }>(
  "InvitationRevoked",
);

// In the person's own channel.
export const GroupJoined = defineFact<{ groupId: string }>("GroupJoined");
export const GroupRoleChanged = defineFact<{ groupId: string; from: Role; to: Role }>(
  "GroupRoleChanged",
);
export const GroupLeft = defineFact<{ groupId: string }>("GroupLeft");
