import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Minus } from "lucide-react";

interface Answer {
  action: string;
  allowed: boolean;
  reason: { code: string; message: string };
}

interface Props {
  answers: readonly Answer[];
  /** What an action is called; null for one that has no name here. */
  word: (action: string) => string | null;
}

/** Why can I, why can't I: every action with the rule's own words. */
export function WhyList({ answers, word }: Props) {
  const { t } = useLingui();
  return (
    <details className="rounded-lg border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-3 text-sm font-semibold">
        <Trans>What you may do here, and why</Trans>
      </summary>
      <ul className="grid gap-3 px-4 pt-1 pb-4">
        {answers.map(({ action, allowed, reason }) => {
          const name = word(action);
          return (
            name && (
              <li key={action} className="grid grid-cols-[auto_1fr] gap-x-2 text-sm">
                {allowed ? (
                  <Check aria-label={t`Yes`} size={18} className="mt-0.5 text-ok" />
                ) : (
                  <Minus aria-label={t`No`} size={18} className="mt-0.5 text-ink-2" />
                )}
                <span className="font-semibold">{name}</span>
                <span className="col-start-2 text-ink-2">{reason.message}</span>
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}
