import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { ProgrammeFactsFragment } from "../../../generated/graphql.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { patient } from "../../../ui/patient.ts";
import { Days } from "../../organisations/components/OrganisationFacts.tsx";
import { relatedWord } from "./words.ts";

const RelateDialog = lazy(patient(() => import("./RelateDialog.tsx")));
const RelationDialog = lazy(patient(() => import("./RelationDialog.tsx")));

interface Props {
  programme: ProgrammeFactsFragment;
  networkId: string;
}

/** Who funds, hosts and partners a programme, with their days. */
export function Relations({ programme, networkId }: Props) {
  const { t } = useLingui();
  const [act, setAct] = useState<string | null>(null);
  const { relations, viewerCan } = programme;
  const edits = viewerCan.includes("EDIT");
  const open = relations.find(({ id }) => id === act);
  const close = () => setAct(null);
  if (relations.length === 0 && !edits) return null;
  return (
    <Section
      title={t`Who stands behind it`}
      end={
        edits && (
          <Button kind="quiet" onClick={() => setAct("new")}>
            <Trans>Add one</Trans>
          </Button>
        )
      }
    >
      {relations.length === 0 && (
        <p className="text-sm text-ink-2">
          <Trans>Nobody is entered yet. Reports follow what is entered here.</Trans>
        </p>
      )}
      <ul className="grid gap-1 text-sm">
        {relations.map(({ id, kind, from, until, organisation }) => (
          <li key={id} className="flex min-h-11 items-center justify-between gap-3">
            <span className="min-w-0">
              {relatedWord(kind)}{" "}
              <Link
                to={`/organisations/${organisation.id}`}
                className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
              >
                <bdi>{organisation.name}</bdi>
              </Link>{" "}
              <span className="text-xs text-ink-2">
                <Days from={from ?? null} until={until ?? null} />
              </span>
            </span>
            {edits && (
              <span className="flex-none">
                <Button
                  kind="quiet"
                  aria-label={t`Change the days of ${organisation.name}`}
                  onClick={() => setAct(id)}
                >
                  <Trans>Days</Trans>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {act === "new" && (
          <RelateDialog programmeId={programme.id} networkId={networkId} onClose={close} />
        )}
        {open && (
          <RelationDialog
            id={open.id}
            name={open.organisation.name}
            from={open.from ?? null}
            until={open.until ?? null}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}
