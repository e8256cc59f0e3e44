import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { InvitationRowFragment, InvitationState } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { CopyField } from "../../../ui/CopyField.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Time } from "../../../ui/Time.tsx";
import { roleWord } from "./words.ts";

const InvitationRowDocument = graphql(`
  fragment InvitationRow on Invitation {
    id
    email
    label
    role
    state
    expiresAt
    maxUses
    useCount
    invitedBy {
      id
      name
    }
  }
`);

const RenewInvitation = graphql(`
  mutation RenewInvitation($input: RenewInvitationInput!) {
    renewInvitation(input: $input) {
      invitation {
        id
        url
        ...InvitationRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
        ...InvitationRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** An invitation with its state, and the two things to do about it. */
export function InvitationRow({ invitation }: { invitation: FragmentType<InvitationRowFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(InvitationRowDocument, invitation);
  const { problems, keep } = useProblems();
  const renew = useCommand(RenewInvitation, "renewInvitation");
  const revoke = useCommand(RevokeInvitation, "revokeInvitation");
  const [url, setUrl] = useState<string | null>(null);
  if (!data) return null;

  async function renewIt(invitationId: string) {
    const { done } = keep(await renew.run({ input: { invitationId } }));
    setUrl(done?.invitation?.url ?? null);
  }
  async function revokeIt(invitationId: string) {
    keep(await revoke.run({ input: { invitationId } }));
    setUrl(null);
  }

  return (
    <li className="grid gap-2 rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="min-w-0 font-semibold">{data.email ?? data.label ?? t`Link`}</bdi>
        <State state={data.state} />
      </div>
      <p className="text-xs text-ink-2">
        {roleWord(data.role)}
        {!data.email && (
          <>
            {" · "}
            <Trans>
              used {data.useCount} of {data.maxUses}
            </Trans>
          </>
        )}
        {data.state === "PENDING" && (
          <>
            {" · "}
            <Trans>
              until <Time at={data.expiresAt} form="day" />
            </Trans>
          </>
        )}
        {data.invitedBy && (
          <>
            {" · "}
            <Trans>
              by <bdi>{data.invitedBy.name}</bdi>
            </Trans>
          </>
        )}
      </p>
      <Problems of={problems} />
      {url && (
        <CopyField
          label={t`The new link`}
          hint={t`The old one no longer works. This one is shown only once.`}
          value={url}
        />
      )}
      {data.state !== "ACCEPTED" && (
        <div className="flex flex-wrap gap-2">
          <Button busy={renew.busy} busyLabel={t`Renewing`} onClick={() => renewIt(data.id)}>
            <Trans>Renew</Trans>
          </Button>
          {data.state === "PENDING" && (
            <Button
              kind="danger"
              busy={revoke.busy}
              busyLabel={t`Revoking`}
              onClick={() => revokeIt(data.id)}
            >
              <Trans>Revoke</Trans>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function State({ state }: { state: InvitationState }) {
  switch (state) {
    case "PENDING":
      return (
        <Chip>
          <Trans>Waiting</Trans>
        </Chip>
      );
    case "ACCEPTED":
      return (
        <Chip tone="brand">
          <Trans>Accepted</Trans>
        </Chip>
      );
    case "EXPIRED":
      return (
        <Chip tone="clay">
          <Trans>Expired</Trans>
        </Chip>
      );
    case "REVOKED":
      return (
        <Chip>
          <Trans>Revoked</Trans>
        </Chip>
      );
  }
}
