import type { ReactNode } from "react";

/** Says what a place is for, and gives the first act. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-line-strong/60 p-5">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-[66ch] text-sm text-ink-2">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
