import { useLingui } from "@lingui/react/macro";
import { EllipsisVertical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MembershipAction, NetworkRole, Role } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { Menu } from "../../../ui/Menu.tsx";
import type { MenuAct } from "../../../ui/menu-act.ts";
import { patient } from "../../../ui/patient.ts";
import { say } from "../../../ui/toast-list.ts";

const RemoveFromNetworkDialog = lazy(patient(() => import("./RemoveFromNetworkDialog.tsx")));

const ChangeNetworkRole = graphql(`
  mutation ChangeNetworkRole($input: ChangeNetworkRoleInput!) {
    changeNetworkRole(input: $input) {
      membership {
        id
        ...MemberRow
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

interface Props {
  networkId: string;
  person: { id: string; name: string };
  role: Role;
  viewerCan: readonly MembershipAction[];
}

/** What may be done about somebody in a network. Only what the rules allow is shown; the server has the last word. */
export function NetworkMemberMenu({ networkId, person, role, viewerCan }: Props) {
  const { t } = useLingui();
  const { run } = useCommand(ChangeNetworkRole, "changeNetworkRole");
  const [removing, setRemoving] = useState(false);
  const { name } = person;

  async function change(to: NetworkRole, undo: boolean) {
    const { problems } = await run({ input: { networkId, personId: person.id, role: to } });
    if (problems[0]) say(problems[0].message);
    else if (undo)
      say(t`The role of ${name} has changed.`, {
        label: t`Undo`,
        run: () => void change(role as NetworkRole, false),
      });
  }

  const words: { action: MembershipAction; to: NetworkRole; label: string }[] = [
    { action: "MAKE_MANAGER", to: "MANAGER", label: t`Make manager of the network` },
    { action: "MAKE_MODERATOR", to: "MODERATOR", label: t`Make moderator` },
    { action: "MAKE_MEMBER", to: "MEMBER", label: t`Make member` },
  ];
  const acts: MenuAct[] = words
    .filter(({ action }) => viewerCan.includes(action))
    .map(({ to, label }) => ({ id: to, label, onAction: () => void change(to, true) }));
  if (viewerCan.includes("REMOVE"))
    acts.push({
      id: "remove",
      label: t`Remove from the network`,
      danger: true,
      onAction: () => setRemoving(true),
    });

  return (
    <>
      <Menu label={t`What to do about ${name}`} acts={acts}>
        <EllipsisVertical aria-hidden="true" className="size-5" />
      </Menu>
      {removing && (
        <Suspense>
          <RemoveFromNetworkDialog
            networkId={networkId}
            person={person}
            onClose={() => setRemoving(false)}
          />
        </Suspense>
      )}
    </>
  );
}
