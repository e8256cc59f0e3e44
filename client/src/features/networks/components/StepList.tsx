import { Trans, useLingui } from "@lingui/react/macro";
import { t } from "@lingui/core/macro";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { Meter } from "../../../ui/Meter.tsx";
import { stepKeys, type StepKey } from "./set-up.ts";

const words = (): Record<StepKey, { title: string; missing: string }> => ({
  name: { title: t`Name and look`, missing: t`What it is for is not said yet` },
  places: { title: t`Countries and languages`, missing: t`Countries or languages are missing` },
  organisations: { title: t`Organisations`, missing: t`None is in the register` },
  programmes: { title: t`Programmes`, missing: t`There is none` },
  groups: { title: t`Groups`, missing: t`There is none` },
  coordinators: { title: t`Coordinators`, missing: t`A group has none, and none is invited` },
});

interface Props {
  slug: string;
  done: ReadonlySet<StepKey>;
  open: StepKey;
  /** What is done in the open step. */
  children: ReactNode;
}

/** The steps in their order, with what is missing. Each can be gone to at any time, and left. */
export function StepList({ slug, done, open, children }: Props) {
  const { t } = useLingui();
  const all = words();
  const to = (key: StepKey) => `/networks/${slug}/set-up?step=${key}`;
  const at = stepKeys.indexOf(open);
  const next = stepKeys[at + 1];
  return (
    <>
      <div className="grid gap-1.5">
        <p className="text-sm" role="status">
          <Trans>
            {done.size} of {stepKeys.length} steps are done. What you save stays: leave whenever you
            like.
          </Trans>
        </p>
        <Meter value={done.size / stepKeys.length} />
      </div>
      <ol aria-label={t`Steps`} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {stepKeys.map((key, index) => (
          <li key={key} className="rounded-lg border border-line">
            <h2>
              <Link
                to={to(key)}
                aria-current={key === open ? "step" : undefined}
                className="flex min-h-14 items-center gap-3 rounded-lg px-3 py-2 hover:bg-paper"
              >
                <span
                  aria-hidden="true"
                  className={`grid size-8 flex-none place-items-center rounded-full text-sm font-semibold ${done.has(key) ? "bg-brand text-on-brand" : "bg-sunk text-ink-2"}`}
                >
                  {done.has(key) ? <Check className="size-4" /> : index + 1}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{all[key].title}</span>
                  <span className="block text-xs text-ink-2">
                    {done.has(key) ? <Trans>Done</Trans> : all[key].missing}
                  </span>
                </span>
              </Link>
            </h2>
            {key === open && (
              <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line p-3">
                {children}
                <div className="flex justify-end">
                  <Link to={next ? to(next) : `/networks/${slug}`} className={buttonLook("quiet")}>
                    {next ? <Trans>Next: {all[next].title}</Trans> : <Trans>To the network</Trans>}
                  </Link>
                </div>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
