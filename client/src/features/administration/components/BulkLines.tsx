import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Section } from "../../../ui/PageFrame.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { planWord, type ShownLine } from "./words.ts";

interface Props {
  title: string;
  lines: readonly ShownLine[];
  children?: ReactNode;
}

/** Lines with what stands in their way, to be put right and given again. */
export function BulkLines({ title, lines, children }: Props) {
  return (
    <Section title={title} end={<TakeAway lines={lines} />}>
      <ul className="grid gap-2 text-sm">
        {lines.map((line) => (
          <li key={line.number} className="grid gap-0.5 rounded-lg border border-line p-3">
            <p className="min-w-0 wrap-anywhere">
              <bdi className="font-semibold">{line.email}</bdi>
              {line.name && (
                <>
                  {" · "}
                  <bdi>{line.name}</bdi>
                </>
              )}
              {line.groupName && (
                <>
                  {" · "}
                  <bdi>{line.groupName}</bdi>
                </>
              )}
            </p>
            <p className="text-xs text-ink-2">
              <Trans>Line {line.number}</Trans>
              {": "}
              {line.reason ?? planWord(line.plan)}
            </p>
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
