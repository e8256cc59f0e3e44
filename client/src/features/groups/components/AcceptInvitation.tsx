import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { dropFrame } from "../../../platform/apollo/use-frame.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { say } from "../../../ui/toast-list.ts";
import { WaitByInvitation } from "../../joining/components/WaitByInvitation.tsx";
import { ClosedInvitation, type Closed } from "./ClosedInvitation.tsx";

const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      group {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const closedBy: Record<string, Closed> = {
  GROUP_FULL: "FULL",
  INVITATION_USED: "ACCEPTED",
  INVITATION_EXPIRED: "EXPIRED",
  INVITATION_REVOKED: "REVOKED",
};

interface Props {
  token: string;
  /** What one agrees to by joining; null where the group has no compact. */
  compactVersion: number | null;
  groupName: string;
  name: string;
  email: string;
}

export function AcceptInvitation({ token, compactVersion, groupName, name, email }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(AcceptInvitationDocument, "acceptInvitation");
  const [closed, setClosed] = useState<Closed | null>(null);

  async function accept() {
    const { done, problems: why } = keep(
      await run({ input: { token, agreesToCompact: compactVersion } }),
    );
    if (done?.group) {
      dropFrame();
      say(t`Welcome to ${groupName}.`);
      navigate(`/groups/${done.group.id}`, { replace: true });
    } else setClosed(closedBy[why[0]?.code ?? ""] ?? null);
  }

  if (closed)
    return (
      <ClosedInvitation why={closed} groupName={groupName}>
        {closed === "FULL" && <WaitByInvitation token={token} />}
      </ClosedInvitation>
    );
  return (
    <div className="grid gap-3">
      <Problems of={problems} />
      <p className="text-sm text-ink-2">
        <Trans>
          You are signed in as <bdi className="font-semibold text-ink">{name}</bdi> (
          <bdi>{email}</bdi>).
        </Trans>
      </p>
      <Button kind="primary" wide busy={busy} busyLabel={t`Joining`} onClick={accept}>
        {compactVersion ? <Trans>Agree and join</Trans> : <Trans>Join the group</Trans>}
      </Button>
    </div>
  );
}
