import { useLingui } from "@lingui/react/macro";
import { EllipsisVertical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MembershipAction, Role } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import type { MenuAct } from "../../../ui/menu-act.ts";
import { Menu } from "../../../ui/Menu.tsx";
import { patient } from "../../../ui/patient.ts";
import { say } from "../../../ui/toast-list.ts";

const RemoveMemberDialog = lazy(patient(() => import("./RemoveMemberDialog.tsx")));

const ChangeRole = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) {
    changeRole(input: $input) {
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

const HandOnRole = graphql(`
  mutation HandOnRole($input: HandOnRoleInput!) {
    handOnRole(input: $input) {
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
  groupId: string;
  person: { id: string; name: string };
  role: Role;
  viewerCan: readonly MembershipAction[];
}

/** What may be done about one member. Only what the rules allow is shown; the server has the last word. */
export function MemberMenu({ groupId, person, role, viewerCan }: Props) {
  const { t } = useLingui();
  const { run } = useCommand(ChangeRole, "changeRole");
  const [removing, setRemoving] = useState(false);
  const { name } = person;

  const handOn = useCommand(HandOnRole, "handOnRole");

  async function change(to: Role, undo: boolean, evenIfLast = false) {
    const input = { groupId, personId: person.id, role: to, evenIfLast };
    const { problems } = await run({ input });
    // Only managers may leave a group without a coordinator: who gives any role is one.
    if (problems[0]?.code === "LAST_COORDINATOR" && viewerCan.includes("MAKE_MANAGER"))
      say(problems[0].message, {
        label: t`Even so`,
        run: () => void change(to, undo, true),
      });
    else if (problems[0]) say(problems[0].message);
    else if (undo)
      say(t`The role of ${name} has changed.`, {
        label: t`Undo`,
        run: () => void change(role, false),
      });
  }

  async function pass() {
    const { problems } = await handOn.run({ input: { groupId, toPersonId: person.id } });
    say(problems[0]?.message ?? t`${name} has your role now. You are a member.`);
  }

  const acts: MenuAct[] = [];
  if (viewerCan.includes("MAKE_COORDINATOR"))
    acts.push({
      id: "coordinator",
      label: t`Make coordinator`,
      onAction: () => void change("COORDINATOR", true),
    });
  if (viewerCan.includes("MAKE_MODERATOR"))
    acts.push({
      id: "moderator",
      label: t`Make moderator`,
      onAction: () => void change("MODERATOR", true),
    });
  if (viewerCan.includes("MAKE_MEMBER"))
    acts.push({
      id: "member",
      label: t`Make member`,
      onAction: () => void change("MEMBER", true),
    });
  if (viewerCan.includes("HAND_ON"))
    acts.push({ id: "hand-on", label: t`Hand on my role to them`, onAction: () => void pass() });
  if (viewerCan.includes("REMOVE"))
    acts.push({
      id: "remove",
      label: t`Remove from the group`,
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
          <RemoveMemberDialog
            groupId={groupId}
            person={person}
            onClose={() => setRemoving(false)}
          />
        </Suspense>
      )}
    </>
  );
}
