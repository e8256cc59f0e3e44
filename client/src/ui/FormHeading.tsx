import type { ReactNode } from "react";

/** The heading of a page before the door, which has no header of its own. */
export function FormHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid gap-1">
      <title>{`${title} · Baraza`}</title>
      <h1 className="text-xl font-semibold">{title}</h1>
      {children && <p className="text-sm text-ink-2">{children}</p>}
    </div>
  );
}
