import { Trans, useLingui } from "@lingui/react/macro";
import { NavLink } from "../../../platform/router/Link.tsx";
import { tabLook } from "../../../ui/tab-look.ts";

/** The four pages of a group. They are links, so that each can be opened, kept and sent. */
export function GroupTabs({ groupId, canInvite }: { groupId: string; canInvite: boolean }) {
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
      {canInvite && (
        <NavLink to={`${base}/invite`} className={tabLook}>
          <Trans>Invite</Trans>
        </NavLink>
      )}
    </nav>
  );
}
