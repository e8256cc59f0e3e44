import type { Insertable } from "kysely";
import { CompactAgreed, CompactWritten } from "../features/groups/facts.ts";
import type { MembershipRow } from "../features/groups/entities/membership.ts";
import type { Tables } from "../platform/database/tables.ts";
import { daysBefore, soonAfter } from "./clock.ts";
import { firstCompact, secondCompact } from "./content/compacts.ts";
import type { Journal } from "./journal.ts";
import type { Place } from "./places.ts";

interface Stage {
  journal: Journal;
  now: Date;
  places: readonly Place[];
}
interface Written {
  compactVersion: Insertable<Tables["compactVersion"]>[];
  compactAgreement: Insertable<Tables["compactAgreement"]>[];
}

/** Each cohort has its compact; one has changed it, and some of its members are yet to agree again. */
export function agreeOnCompacts({ journal, now, places }: Stage): Written {
  const rows: Written = { compactVersion: [], compactAgreement: [] };
  for (const place of places) {
    const { group, members, demo } = place;
    const [writer] = members.filter(({ role }) => role === "COORDINATOR");
    if (demo.kind !== "COHORT" || !writer) continue;
    const write = (at: Date, text: { body: string; change: string | null; version: number }) => {
      rows.compactVersion.push({
        groupId: group.id,
        writerId: writer.personId,
        writtenAt: at,
        ...text,
      });
      journal.happened(CompactWritten, {
        channelId: group.id,
        at,
        actorId: writer.personId,
        data: { version: text.version },
      });
    };
    const agree = ({ id, personId }: MembershipRow, version: number, agreedAt: Date) => {
      rows.compactAgreement.push({ groupId: group.id, personId, version, agreedAt });
      journal.happened(CompactAgreed, {
        channelId: group.id,
        at: agreedAt,
        actorId: personId,
        data: { membershipId: id, personId, version },
      });
    };

    const began = soonAfter(writer.since, { minutes: 30, now });
    write(began, { body: firstCompact, change: null, version: 1 });
    for (const [nth, member] of members.entries()) {
      const from = member.since > began ? member.since : began;
      agree(member, 1, soonAfter(from, { minutes: member === writer ? 0 : nth * 11, now }));
    }
    if (demo.key !== secondCompact.group) continue;
    const again = daysBefore(now, secondCompact.daysAgo);
    write(again, { body: secondCompact.body, change: secondCompact.change, version: 2 });
    // Who came last has not looked in again yet.
    for (const [nth, member] of members.slice(0, -6).entries())
      agree(member, 2, soonAfter(again, { minutes: member === writer ? 0 : nth * 47, now }));
  }
  return rows;
}
