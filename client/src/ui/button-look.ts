export type ButtonKind = "primary" | "plain" | "quiet" | "danger" | "icon";

const base =
  "inline-flex items-center justify-center gap-2 min-h-11 rounded-lg font-semibold text-sm select-none transition-colors duration-100 aria-disabled:opacity-60";
const kinds: Record<ButtonKind, string> = {
  primary: "px-5 bg-brand text-on-brand hover:bg-brand/90",
  plain: "px-4 border border-line-strong bg-surface text-ink hover:bg-sunk",
  quiet: "px-3 text-brand hover:bg-brand-soft",
  danger: "px-4 border border-danger text-danger bg-surface hover:bg-danger-soft",
  icon: "w-11 flex-none text-ink-2 hover:bg-sunk hover:text-ink",
};

export function buttonLook(kind: ButtonKind, wide = false): string {
  return `${base} ${kinds[kind]}${wide ? " w-full" : ""}`;
}
