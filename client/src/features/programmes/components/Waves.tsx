import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { ProgrammeFactsFragment } from "../../../generated/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { patient } from "../../../ui/patient.ts";
import { DaySpan } from "./DaySpan.tsx";

const WaveDialog = lazy(patient(() => import("./WaveDialog.tsx")));

/** The runs of a programme, the earliest first. */
export function Waves({ programme }: { programme: ProgrammeFactsFragment }) {
  const { t } = useLingui();
  const [act, setAct] = useState<string | null>(null);
  const { waves, viewerCan } = programme;
  const edits = viewerCan.includes("EDIT");
  const open = waves.find(({ id }) => id === act);
  if (waves.length === 0 && !edits) return null;
  return (
    <Section
      title={t`Waves`}
      end={
        edits && (
          <Button kind="quiet" onClick={() => setAct("new")}>
            <Trans>Add a wave</Trans>
          </Button>
        )
      }
    >
      {waves.length === 0 && (
        <p className="text-sm text-ink-2">
          <Trans>It runs once. Add waves when it runs again, to compare them.</Trans>
        </p>
      )}
      <ol className="grid gap-1 text-sm">
        {waves.map(({ id, name, startsOn, endsOn }) => (
          <li key={id} className="flex min-h-11 items-center justify-between gap-3">
            <span className="min-w-0">
              <bdi className="font-semibold">{name}</bdi>{" "}
              <span className="text-xs text-ink-2">
                <DaySpan from={startsOn ?? null} to={endsOn ?? null} />
              </span>
            </span>
            {edits && (
              <span className="flex-none">
                <Button kind="quiet" aria-label={t`Edit ${name}`} onClick={() => setAct(id)}>
                  <Trans>Edit</Trans>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <Suspense>
        {act && (open ?? act === "new") && (
          <WaveDialog
            key={act}
            programmeId={programme.id}
            wave={
              open
                ? {
                    id: open.id,
                    said: {
                      name: open.name,
                      description: "",
                      startsOn: open.startsOn ?? "",
                      endsOn: open.endsOn ?? "",
                    },
                  }
                : null
            }
            onClose={() => setAct(null)}
          />
        )}
      </Suspense>
    </Section>
  );
}
