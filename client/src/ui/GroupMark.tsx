import { firstLetters } from "./letters.ts";

/** Two letters for a group: its country, or the start of its name. The name stands beside it. */
export function GroupMark({ name, country }: { name: string; country: string | null }) {
  return (
    <span
      aria-hidden="true"
      className="grid h-5 w-7 flex-none place-items-center rounded-sm border border-line bg-surface text-[0.625rem] font-semibold tracking-wide text-ink-2"
    >
      {country ?? firstLetters(name, 2)}
    </span>
  );
}
