import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NetworkSetUpFragment } from "../../../generated/graphql.ts";
import { InviteByMail } from "../../groups/components/InviteByMail.tsx";
import { Link } from "../../../platform/router/Link.tsx";
import { Button } from "../../../ui/Button.tsx";
import { isAsked, isLed, runningGroups } from "./set-up.ts";

/** Every group with who leads it, and the invitation of somebody who is to. */
export function CoordinatorsStep({
  network,
  again,
}: {
  network: NetworkSetUpFragment;
  again: () => void;
}) {
  const { t } = useLingui();
  const [openId, setOpenId] = useState<string | null>(null);
  const groups = runningGroups(network);
  if (groups.length === 0)
    return (
      <p className="text-sm text-ink-2">
        <Trans>Create a group first: coordinators are invited to a group.</Trans>
      </p>
    );
  return (
    <>
      <p className="max-w-[66ch] text-sm text-ink-2">
        <Trans>Each gets a mail with a link of their own, and a seat as soon as they accept.</Trans>{" "}
        <Link
          to={`/networks/${network.slug}/acts`}
          className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
        >
          <Trans>Invite all of them by a list</Trans>
        </Link>
      </p>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {groups.map((group) => (
          <li key={group.id} className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-40">
                <span dir="auto" className="block text-match wrap-anywhere">
                  {group.name}
                </span>
                <span className="block text-xs text-ink-2">
                  {isLed(group) ? (
                    <Plural
                      value={group.coordinatorCount}
                      one="# coordinator"
                      other="# coordinators"
                    />
                  ) : isAsked(group) ? (
                    <Trans>Invited</Trans>
                  ) : (
                    <Trans>No coordinator yet</Trans>
                  )}
                </span>
              </span>
              <Button
                aria-expanded={openId === group.id}
                aria-label={t`Invite coordinators to ${group.name}`}
                onClick={() => setOpenId(openId === group.id ? null : group.id)}
              >
                <Trans>Invite</Trans>
              </Button>
            </div>
            {openId === group.id && (
              <InviteByMail groupId={group.id} as="COORDINATOR" onInvited={again} />
            )}
          </li>
        ))}
      </ul>
      {network.groups.pageInfo.hasNextPage && (
        <p className="text-sm text-ink-2">
          <Trans>These are the oldest 50 groups; only they are counted here.</Trans>
        </p>
      )}
    </>
  );
}
