/** Keeps the shape of what is coming. `label` is read out, and shown when it takes longer than half a second. */
export function Skeleton({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="grid gap-4 py-2">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="flex items-center gap-3">
          <span className="size-10 flex-none rounded-full bg-line/70" />
          <span className="grid flex-1 gap-2">
            <span className="h-3.5 w-2/5 rounded-sm bg-line/70" />
            <span className="h-3.5 w-4/5 rounded-sm bg-line/50" />
          </span>
        </div>
      ))}
      <span className="skeleton-word text-sm text-ink-2">{label}</span>
    </div>
  );
}
