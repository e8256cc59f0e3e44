import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Outcome } from "./Announced.tsx";
import { Reach } from "./Reach.tsx";

const AnnounceToGroups = graphql(`
  mutation AnnounceToGroups($input: AnnounceToGroupsInput!) {
    announceToGroups(input: $input) {
      announcements {
        groupId
        group {
          id
          name
        }
        thread {
          id
        }
        error {
          code
          message
        }
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

interface Target {
  group: { id: string; name: string; memberCount: number; network: { id: string; name: string } };
  error?: { message: string } | null;
}

/** Which groups, what to say, and whom it reaches before it is said. */
export function AnnounceForm({
  targets,
  onDone,
}: {
  targets: readonly Target[];
  onDone: (outcomes: readonly Outcome[]) => void;
}) {
  const { t } = useLingui();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const [ask, setAsk] = useState(false);
  // One key for as long as the form stands: a second press, or a second try, announces nothing twice.
  const [clientKey] = useState(() => crypto.randomUUID());
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(AnnounceToGroups, "announceToGroups");
  const open = targets.filter(({ error }) => !error).map(({ group }) => group.id);
  const chosen = open.filter((id) => !left.has(id));
  const networks = new Map(targets.map(({ group }) => [group.network.id, group.network.name]));

  function choose(id: string, on: boolean) {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = { title: title.trim(), body: body.trim(), askAcknowledgement: ask };
    const { done } = keep(await run({ input: { groupIds: chosen, clientKey, ...said } }));
    if (done) onDone(done.announcements);
  }

  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-6" onSubmit={submit}>
      <Problems of={besides("title", "body")} />
      {[...networks].map(([networkId, name]) => (
        <fieldset key={networkId} className="min-w-0">
          <legend className="text-sm font-semibold">
            <bdi>{name}</bdi>
          </legend>
          <ul>
            {targets
              .filter(({ group }) => group.network.id === networkId)
              .map(({ group, error }) => (
                <li key={group.id}>
                  <Checkbox
                    label={<bdi>{group.name}</bdi>}
                    hint={
                      error?.message ?? (
                        <Plural value={group.memberCount} one="# member" other="# members" />
                      )
                    }
                    disabled={Boolean(error)}
                    checked={chosen.includes(group.id)}
                    onChange={(event) => choose(group.id, event.target.checked)}
                  />
                </li>
              ))}
          </ul>
        </fieldset>
      ))}
      {open.length > 1 && (
        <div>
          <Button
            kind="quiet"
            onClick={() => setLeft(new Set(chosen.length === open.length ? open : []))}
          >
            {chosen.length === open.length ? <Trans>Choose none</Trans> : <Trans>Choose all</Trans>}
          </Button>
        </div>
      )}
      <TextField
        label={t`Title`}
        required
        maxLength={200}
        error={of("title")}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t`What you announce`}
        hint={t`Everybody in these groups reads it. No names or details of patients.`}
        required
        maxLength={10_000}
        error={of("body")}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <Checkbox
        label={t`Ask everybody to acknowledge it`}
        hint={t`In each group you will see who has read it and who has not yet.`}
        checked={ask}
        onChange={(event) => setAsk(event.target.checked)}
      />
      <Reach groupIds={chosen} />
      <div>
        <Button
          type="submit"
          kind="primary"
          disabled={chosen.length === 0}
          busy={busy}
          busyLabel={t`Announcing`}
        >
          <Plural value={chosen.length} one="Announce to # group" other="Announce to # groups" />
        </Button>
      </div>
    </form>
  );
}
