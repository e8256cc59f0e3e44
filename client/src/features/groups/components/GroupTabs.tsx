import { Trans, useLingui } from "@lingui/react/macro";
import type { GroupAction } from "../../../generated/graphql.ts";
import { NavLink } from "../../../platform/router/Link.tsx";
import { tabLook } from "../../../ui/tab-look.ts";

/** The pages of a group. They are links, so that each can be opened, kept and sent. */
export function GroupTabs({ groupId, may }: { groupId: string; may: readonly GroupAction[] }) {
  const { t } = useLingui();
  const base = `/groups/${groupId}`;
  return (
    <nav aria-label={t`Group`} className="-mx-1 flex overflow-x-auto border-b border-line">
      <NavLink end to={base} className={tabLook}>
        <Trans>Threads</Trans>
      </NavLink>
      <NavLink to={`${base}/members`} className={tabLook}>
        <Trans>Members</Trans>
      </NavLink>
      <NavLink to={`${base}/about`} className={tabLook}>
        <Trans>About</Trans>
      </NavLink>
      {may.includes("ADMIT") && (
        <NavLink to={`${base}/requests`} className={tabLook}>
          <Trans>Requests</Trans>
        </NavLink>
      )}
      {(may.includes("INVITE") || may.includes("ADMIT")) && (
        <NavLink to={`${base}/invite`} className={tabLook}>
          <Trans>Invite</Trans>
        </NavLink>
      )}
    </nav>
  );
}
