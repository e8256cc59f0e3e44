import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { BoardRowFragment } from "../../../generated/graphql.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Meter } from "../../../ui/Meter.tsx";
import { visibilityWord } from "../../groups/components/context-words.ts";
import { countryName, groupKindWord } from "../../groups/components/words.ts";
import { attentionWord } from "./words.ts";

// What a row of the board says, the same on a desk and on a phone.

type Row = { row: BoardRowFragment };
const link = "underline decoration-line-strong underline-offset-2 hover:decoration-current";

export function GroupName({ row }: Row) {
  return (
    <Link to={`/groups/${row.id}`} className={`font-semibold ${link}`}>
      <bdi>{row.name}</bdi>
    </Link>
  );
}

export function KindAndCountry({ row }: Row) {
  return (
    <span className="text-xs text-ink-2">
      {row.isCircle ? <Trans>Circle</Trans> : groupKindWord(row.kind)}
      {row.country && ` · ${countryName(row.country)}`}
    </span>
  );
}

/** Why it asks for attention, and that it is confidential where it is. */
export function Marks({ row }: Row) {
  if (row.attention.length === 0 && row.visibility !== "CONFIDENTIAL") return null;
  return (
    <span className="flex flex-wrap gap-1">
      {row.attention.map((one) => (
        <Chip key={one} tone="clay">
          {attentionWord(one)}
        </Chip>
      ))}
      {row.visibility === "CONFIDENTIAL" && <Chip>{visibilityWord(row.visibility)}</Chip>}
    </span>
  );
}

export function ProgrammeAndWave({ row }: Row) {
  if (!row.programme) return <Trans>None</Trans>;
  return (
    <>
      <Link to={`/programmes/${row.programme.id}`} className={link}>
        <bdi>{row.programme.name}</bdi>
      </Link>
      {row.wave && (
        <span className="block text-xs text-ink-2">
          <bdi>{row.wave.name}</bdi>
        </span>
      )}
    </>
  );
}

export function SeatsOf({ row }: Row) {
  const { memberCapacity: capacity, memberCount, heldCount } = row;
  if (typeof capacity !== "number") return <Trans>{memberCount} taken, no limit</Trans>;
  const free = Math.max(0, capacity - memberCount - heldCount);
  return (
    <span className="grid gap-1">
      <span className="whitespace-nowrap">
        <Trans>
          {memberCount} of {capacity}
        </Trans>
      </span>
      <Meter value={(memberCount + heldCount) / capacity} />
      <span className="text-xs whitespace-nowrap text-ink-2">
        <Trans>{free} free</Trans>
        {heldCount > 0 && (
          <>
            {" · "}
            <Trans>{heldCount} held</Trans>
          </>
        )}
      </span>
    </span>
  );
}

export function CoordinatorsOf({ row }: Row) {
  const { nodes } = row.members;
  const more = row.coordinatorCount - nodes.length;
  // Its members lead the other groups.
  if (row.kind === "COORDINATORS") return <Trans>All of them</Trans>;
  if (nodes.length === 0) return <Trans>Nobody</Trans>;
  return (
    <span className="grid gap-0.5">
      {nodes.map(({ id, person }) => (
        <Link key={id} to={`/people/${person.id}`} className={link}>
          <bdi>{person.name}</bdi>
        </Link>
      ))}
      {more > 0 && (
        <span className="text-xs text-ink-2">
          <Trans>and {more} more</Trans>
        </span>
      )}
    </span>
  );
}

/** Who wants to come in: they are decided about on the group's own page. */
export function WaitingIn({ row }: Row) {
  const { t } = useLingui();
  const applications = row.openApplicationCount ?? 0;
  const { waitingCount } = row;
  if (applications + waitingCount === 0) return t`Nobody`;
  return (
    <Link to={`/groups/${row.id}/requests`} className={`grid w-fit gap-0.5 ${link}`}>
      {applications > 0 && (
        <span>
          <Plural value={applications} one="# application" other="# applications" />
        </span>
      )}
      {waitingCount > 0 && (
        <span>
          <Plural value={waitingCount} one="# in the line" other="# in the line" />
        </span>
      )}
    </Link>
  );
}
