import { firstLetters } from "./letters.ts";

/** Two letters for a group: its country, or the start of its name. The name stands beside it. */
export function GroupMark({
  name,
  country,
  large,
}: {
  name: string;
  country: string | null;
  /** In a list of rows, as large as the other marks there. */
  large?: boolean;
}) {
  const size = large
    ? "size-9 rounded-lg text-xs"
    : "h-5 w-7 rounded-sm text-[0.625rem] tracking-wide";
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center border border-line bg-surface font-semibold text-ink-2 ${size}`}
    >
      {country ?? firstLetters(name, 2)}
    </span>
  );
}
