import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useNavigate } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { dropFrame } from "../../../platform/apollo/use-frame.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { toSlug } from "./to-slug.ts";

const CreateNetwork = graphql(`
  mutation CreateNetwork($input: CreateNetworkInput!) {
    createNetwork(input: $input) {
      network {
        id
        slug
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export default function CreateNetworkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  // Follows the name until it is written by hand.
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [description, setDescription] = useState("");
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(CreateNetwork, "createNetwork");
  const slug = ownSlug ?? toSlug(name);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = { slug, name: name.trim(), description: description.trim() || null };
    const { done } = keep(await run({ input }));
    if (!done?.network) return;
    dropFrame();
    navigate(`/networks/${done.network.slug}/set-up`);
  }

  return (
    <Dialog title={t`Create a network`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={submit}>
        <Problems of={besides("name", "slug", "description")} />
        <TextField
          label={t`Name`}
          required
          maxLength={120}
          error={of("name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t`Address`}
          hint={t`Letters, digits and hyphens. It stands in every link to the network.`}
          dir="ltr"
          required
          pattern="[a-z0-9\-]+"
          maxLength={48}
          autoCapitalize="none"
          spellCheck={false}
          error={of("slug")}
          value={slug}
          onChange={(event) => setOwnSlug(event.target.value.toLowerCase())}
        />
        <TextArea
          label={t`What it is for`}
          maxLength={2000}
          error={of("description")}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={busy} busyLabel={t`Creating`}>
            <Trans>Create the network</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
