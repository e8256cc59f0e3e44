import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** Days that an invitation stays good when nobody says otherwise. */
export const INVITATION_DAYS = 28;

export type InvitedRole = "MEMBER" | "COORDINATOR";
export const invitationStates = {
  PENDING: "PENDING",
  ACCEPTED: "ACCEPTED",
  REVOKED: "REVOKED",
  EXPIRED: "EXPIRED",
} as const;
export type InvitationState = keyof typeof invitationStates;

export const InvitationSchema = defineEntity({
  name: "Invitation",
  tableName: "invitation",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    role: p.string().$type<InvitedRole>(),
    /** Lower case; null for a link. */
    email: p.text().nullable(),
    label: p.text().nullable(),
    note: p.text().nullable(),
    invitedBy: p.uuid(),
    /** Tokens of earlier generations are good no more. */
    generation: p.integer(),
    maxUses: p.integer(),
    useCount: p.integer(),
    createdAt: p.datetime(),
    /** When its token was last handed out. */
    issuedAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    /** The act for many that handed it out last; null when it was one person's own doing. */
    batchId: p.uuid().nullable(),
  },
});
export type InvitationRow = InferEntity<typeof InvitationSchema>;

export function invitationState(
  {
    revokedAt,
    useCount,
    maxUses,
    expiresAt,
  }: Pick<InvitationRow, "revokedAt" | "useCount" | "maxUses" | "expiresAt">,
  now: Date,
): InvitationState {
  if (revokedAt) return "REVOKED";
  if (useCount >= maxUses) return "ACCEPTED";
  return expiresAt <= now ? "EXPIRED" : "PENDING";
}

export const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

declare module "../../../platform/database/tables.ts" {
  interface Tables {
    invitation: InvitationRow;
    invitationUse: { invitationId: string; personId: string; at: Date };
  }
}
