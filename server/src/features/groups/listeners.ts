import { sql } from "kysely";
import type { Consumer } from "../../live/consumers.ts";
import { invitationLetter } from "../../platform/mail/letters.ts";
import { invitationState } from "./entities/invitation.ts";
import { writeInvitationToken } from "./entities/invitationToken.ts";
import { InvitationsIssued } from "./facts.ts";
import { invitationUrl } from "./queries/invitations.ts";

/** Writes to those who were invited by mail, unless the invitation is good no more by now. */
export const invitationMails: Consumer = {
  name: "invitation-mails",
  hears: [InvitationsIssued.name],
  async handle({ db, config, mailer }, entry) {
    const { invitationIds } = entry.data as unknown as { invitationIds: string[] };
    const rows = await db
      .selectFrom("invitation")
      .innerJoin("group", "group.id", "invitation.groupId")
      .innerJoin("network", "network.id", "group.networkId")
      .innerJoin("person", "person.id", "invitation.invitedBy")
      .selectAll("invitation")
      .select([
        "group.name as groupName",
        "network.name as networkName",
        "person.name as inviterName",
      ])
      .where(sql<boolean>`invitation.id = any(${sql.val(invitationIds)}::uuid[])`)
      .execute();
    for (const { groupName, networkName, inviterName, note, ...row } of rows) {
      if (!row.email || invitationState(row, new Date()) !== "PENDING") continue;
      const url = invitationUrl(config.publicUrl, writeInvitationToken(row, config.secret));
      mailer.send({
        to: row.email,
        ...invitationLetter({ groupName, networkName, inviterName, url, note: note ?? null }),
      });
    }
  },
};
