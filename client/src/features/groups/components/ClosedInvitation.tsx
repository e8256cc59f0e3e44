import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { FormHeading } from "../../../ui/FormHeading.tsx";

export type Closed = "UNKNOWN" | "FULL" | "ACCEPTED" | "EXPIRED" | "REVOKED";

interface Props {
  why: Closed;
  groupName: string | null;
  /** What can be done instead. */
  children?: ReactNode;
}

/** An invitation that leads nowhere any more: what happened, and what to do. */
export function ClosedInvitation({ why, groupName, children }: Props) {
  const { t } = useLingui();
  const title: Record<Closed, string> = {
    UNKNOWN: t`There is no such invitation`,
    FULL: t`This group is full`,
    ACCEPTED: t`This invitation was already used`,
    EXPIRED: t`This invitation has expired`,
    REVOKED: t`This invitation was taken back`,
  };
  return (
    <>
      <FormHeading title={title[why]}>{groupName && <bdi>{groupName}</bdi>}</FormHeading>
      <p className="text-sm">
        {why === "UNKNOWN" && (
          <Trans>The link may be cut off. Open it again from the mail, or copy it whole.</Trans>
        )}
        {why === "FULL" && (
          <Trans>
            All its places are taken. Groups stay small so that everybody is heard. Write to the
            person who invited you: they can make room, or invite you to another group.
          </Trans>
        )}
        {why === "ACCEPTED" && (
          <Trans>
            If it was you who used it, you are in the group already: sign in and go to Home.
          </Trans>
        )}
        {why === "EXPIRED" && <Trans>Ask the person who invited you to send a new one.</Trans>}
        {why === "REVOKED" && (
          <Trans>
            The person who made it took it back. Ask them if you think that this is a mistake.
          </Trans>
        )}
      </p>
      {children}
      <Link to="/" className={buttonLook("plain", true)}>
        <Trans>Go to Home</Trans>
      </Link>
    </>
  );
}
