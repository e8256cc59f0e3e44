import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";

interface Props {
  groupId: string;
  memberCount: number;
  coordinatorCount: number;
  /** Whether the reader may see who it is. */
  seesMembers: boolean;
}

/** Before somebody comes in or is brought in: who is inside, and who could read what is written. */
export function WhoReads({ groupId, memberCount, coordinatorCount, seesMembers }: Props) {
  return (
    <p className="max-w-[66ch] text-sm text-ink-2">
      <Plural value={memberCount} one="# member" other="# members" />
      {" · "}
      <Plural value={coordinatorCount} one="# coordinator" other="# coordinators" />
      {seesMembers && (
        <>
          {" · "}
          <Link to={`/groups/${groupId}/members`} className="text-brand underline">
            <Trans>See who is inside</Trans>
          </Link>
        </>
      )}
      {". "}
      <Trans>
        Whoever comes in can read all that was said in the group, also before. Nobody outside it
        can.
      </Trans>
    </p>
  );
}
