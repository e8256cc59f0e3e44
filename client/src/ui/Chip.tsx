import type { ReactNode } from "react";

const tones = {
  quiet: "bg-sunk text-ink-2",
  brand: "bg-brand-soft text-brand font-semibold",
  clay: "bg-clay-soft text-clay font-semibold",
};

export function Chip({
  tone = "quiet",
  dot,
  children,
}: {
  tone?: keyof typeof tones;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex flex-none items-center gap-1.5 rounded-full px-2.5 py-0.5 text-2xs whitespace-nowrap ${tones[tone]}`}
    >
      {dot && <span aria-hidden="true" className="size-1.75 rounded-full bg-current" />}
      {children}
    </span>
  );
}
