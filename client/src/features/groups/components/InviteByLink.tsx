import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { Role } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyField } from "../../../ui/CopyField.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { patient } from "../../../ui/patient.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

const QrCode = lazy(patient(() => import("./QrCode.tsx")));

const CreateInvitationLink = graphql(`
  mutation CreateInvitationLink($input: CreateInvitationLinkInput!) {
    createInvitationLink(input: $input) {
      invitation {
        id
        url
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export function InviteByLink({ groupId, onMade }: { groupId: string; onMade: () => void }) {
  const { t } = useLingui();
  const [role, setRole] = useState<Role>("MEMBER");
  const [label, setLabel] = useState("");
  const [uses, setUses] = useState("1");
  const [url, setUrl] = useState<string | null>(null);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(CreateInvitationLink, "createInvitationLink");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { groupId, role, label: label.trim() || null, maxUses: Number(uses) || 1 };
    const { done } = keep(await run({ input }));
    if (!done?.invitation?.url) return;
    setUrl(done.invitation.url);
    onMade();
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Problems of={besides("label", "maxUses")} />
      {url && (
        <>
          <CopyField
            label={t`The link`}
            hint={t`Copy it now: for safety it is shown only this once. Whoever has it can join.`}
            value={url}
          />
          <Suspense>
            <QrCode label={t`The link, for the camera of a phone`} text={url} />
          </Suspense>
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <RoleSelect value={role} onChange={setRole} />
        <TextField
          label={t`How many people can use it`}
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          required
          error={of("maxUses")}
          value={uses}
          onChange={(event) => setUses(event.target.value)}
        />
      </div>
      <TextField
        label={t`What it is for`}
        hint={t`For you and the other coordinators, to know it again. It can stay empty.`}
        maxLength={120}
        error={of("label")}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy} busyLabel={t`Making it`}>
          <Trans>Make a link</Trans>
        </Button>
      </div>
    </form>
  );
}
