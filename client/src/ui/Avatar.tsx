import { firstLetters } from "./letters.ts";

const colours = 8;
const sizes = {
  s: "size-7.5 text-2xs",
  m: "size-10 text-xs",
  l: "size-16 text-xl",
};

/** Initials on a colour that a person keeps everywhere. The name stands beside it, so it is not read out. */
export function Avatar({
  id,
  name,
  size = "m",
}: {
  id: string;
  name: string;
  size?: keyof typeof sizes;
}) {
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center rounded-full font-semibold text-white select-none ${sizes[size]}`}
      style={{ background: `var(--person-${hash(id) % colours})` }}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? "";
  const last = words.length > 1 ? words[words.length - 1] : "";
  return firstLetters(first, 1) + firstLetters(last, 1);
}

function hash(text: string): number {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + char.codePointAt(0)!) >>> 0;
  return sum;
}
