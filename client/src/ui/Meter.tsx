/** How full something is. The numbers stand beside it, so it is not read out. */
export function Meter({ value }: { value: number }) {
  return (
    <span aria-hidden="true" className="block h-2 overflow-hidden rounded-full bg-line">
      <span
        className="block h-full rounded-full bg-brand"
        style={{ inlineSize: `${Math.min(1, Math.max(0, value)) * 100}%` }}
      />
    </span>
  );
}
