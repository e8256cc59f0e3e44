import { createContext, use, type ReactNode } from "react";

/** What the app adds to every header: how fresh the page is, and how much waits elsewhere. */
export const HeaderStatus = createContext<{ status: ReactNode; waiting: number }>({
  status: null,
  waiting: 0,
});

interface Props {
  /** A `PageHeader`. */
  header: ReactNode;
  children: ReactNode;
  /** Stands under the work and never scrolls away: a composer. */
  footer?: ReactNode;
  /** About the work. Shown where there is room for it; nothing may be only here. */
  side?: ReactNode;
  sideLabel?: string;
  /** The work scrolls by itself (a message list); otherwise the frame scrolls it and sets its measure. */
  bare?: boolean;
}

/** The work and its side, in the place that the shell gives them. */
export function PageFrame({ header, children, footer, side, sideLabel, bare }: Props) {
  return (
    <div
      className={`grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] ${side ? "wide:grid-cols-[minmax(0,1fr)_288px]" : ""}`}
    >
      <main
        id="work"
        tabIndex={-1}
        className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] bg-surface outline-none"
      >
        {header}
        {bare ? (
          children
        ) : (
          <div data-scroller className="overflow-y-auto px-4 pt-4 pb-10 desk:px-6">
            <div className="grid max-w-180 grid-cols-[minmax(0,1fr)] gap-6">{children}</div>
          </div>
        )}
        {footer}
      </main>
      {side && (
        <aside
          aria-label={sideLabel}
          className="hidden overflow-y-auto border-s border-line bg-paper p-4 text-sm wide:block"
        >
          {side}
        </aside>
      )}
    </div>
  );
}

interface HeaderProps {
  title: string;
  sub?: ReactNode;
  /** The way back, on a phone. */
  back?: ReactNode;
  /** Chips and buttons at the end of the line. */
  end?: ReactNode;
}

export function PageHeader({ title, sub, back, end }: HeaderProps) {
  const { status, waiting } = use(HeaderStatus);
  return (
    <header className="flex min-h-15 items-center gap-2 border-b border-line px-4 py-2 desk:min-h-16.5 desk:gap-3 desk:px-6">
      <title>{`${waiting > 0 ? `(${waiting}) ` : ""}${title} · Baraza`}</title>
      {back}
      <div className="min-w-0 flex-1">
        <h1
          dir="auto"
          // On a phone a title may need its second line; more than that would push the work away.
          className="text-match text-lg leading-tight font-semibold max-desk:line-clamp-2 desk:truncate"
        >
          {title}
        </h1>
        {sub && <p className="truncate text-xs text-ink-2">{sub}</p>}
      </div>
      {end}
      {status}
    </header>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  end,
  children,
}: {
  title: ReactNode;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h2 className="text-sm font-semibold text-ink-2">{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}
