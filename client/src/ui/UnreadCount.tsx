/** A number for what is unread; nothing for none. Text around it says "unread" for those who hear it. */
export function UnreadCount({ count, label }: { count: number; label?: string }) {
  if (count === 0) return null;
  return (
    <span className="ms-auto flex-none rounded-full bg-brand px-2 py-px text-2xs font-semibold text-on-brand">
      {count > 99 ? "99+" : count}
      {label && <span className="sr-only"> {label}</span>}
    </span>
  );
}
