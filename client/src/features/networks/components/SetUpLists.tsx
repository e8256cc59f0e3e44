import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { NetworkFactsFragment, NetworkSetUpFragment } from "../../../generated/graphql.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Button } from "../../../ui/Button.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { patient } from "../../../ui/patient.ts";
import { OrganisationRow } from "../../organisations/components/OrganisationRow.tsx";
import { ProgrammeRow } from "../../programmes/components/ProgrammeRow.tsx";

const RegisterDialog = lazy(
  patient(() => import("../../organisations/components/RegisterDialog.tsx")),
);
const ProgrammeDialog = lazy(
  patient(() => import("../../programmes/components/ProgrammeDialog.tsx")),
);
const CreateGroupDialog = lazy(patient(() => import("./CreateGroupDialog.tsx")));

interface Props {
  slug: string;
  network: NetworkSetUpFragment;
}

export function OrganisationsStep({ slug, network }: Props) {
  const { nodes } = network.organisations;
  return (
    <Made
      why={
        <Trans>
          Where members work, and who funds or hosts programmes. Members choose from this register
          when they say where they work.
        </Trans>
      }
      list={nodes.map((one) => (
        <OrganisationRow key={one.id} organisation={one} />
      ))}
      all={`/networks/${slug}/organisations`}
      act={<Trans>Add an organisation</Trans>}
      dialog={(close) => (
        <RegisterDialog networkId={network.id} name="" onMade={close} onClose={close} />
      )}
    />
  );
}

export function ProgrammesStep({ slug, network }: Props) {
  const { nodes } = network.programmes;
  return (
    <Made
      why={<Trans>What groups are run for: an offer, a scheme, a funded project, in waves.</Trans>}
      list={nodes.map((one) => (
        <ProgrammeRow key={one.id} programme={one} />
      ))}
      all={`/networks/${slug}/programmes`}
      act={<Trans>Make a programme</Trans>}
      dialog={(close) => (
        <ProgrammeDialog networkId={network.id} programme={null} onMade={close} onClose={close} />
      )}
    />
  );
}

export function GroupsStep({ slug, network, facts }: Props & { facts: NetworkFactsFragment }) {
  return (
    <Made
      why={<Trans>Where people talk: a cohort with its coordinators, an open community.</Trans>}
      list={network.groups.nodes.map(({ id, name }) => (
        <li key={id}>
          <Link
            to={`/groups/${id}`}
            className="flex min-h-11 items-center rounded-lg px-2.5 hover:bg-paper"
          >
            <span dir="auto" className="truncate text-match">
              {name}
            </span>
          </Link>
        </li>
      ))}
      all={`/networks/${slug}`}
      act={<Trans>Create a group</Trans>}
      beside={
        <Link to={`/networks/${slug}/edit`} className={buttonLook("quiet")}>
          <Trans>What new groups begin with</Trans>
        </Link>
      }
      dialog={(close) => <CreateGroupDialog network={facts} onMade={close} onClose={close} />}
    />
  );
}

interface MadeProps {
  why: ReactNode;
  list: ReactNode[];
  /** Where all of them are. */
  all: string;
  act: ReactNode;
  beside?: ReactNode;
  dialog: (close: () => void) => ReactNode;
}

/** What is there already, and the way to one more. */
function Made({ why, list, all, act, beside, dialog }: MadeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="max-w-[66ch] text-sm text-ink-2">{why}</p>
      {list.length > 0 && <ul>{list}</ul>}
      <div className="flex flex-wrap items-center gap-2">
        <Button kind={list.length > 0 ? "plain" : "primary"} onClick={() => setOpen(true)}>
          {act}
        </Button>
        {list.length > 0 && (
          <Link to={all} className={buttonLook("quiet")}>
            <Trans>All of them</Trans>
          </Link>
        )}
        {beside}
      </div>
      {open && <Suspense>{dialog(() => setOpen(false))}</Suspense>}
    </>
  );
}
