/** One line of the rail; the open place stands out. */
export function railLink({ isActive }: { isActive: boolean }): string {
  const look = isActive ? "bg-brand-soft font-semibold text-brand" : "hover:bg-brand/8";
  return `flex min-h-10 flex-none items-center gap-2.5 rounded-md px-2.5 py-2 text-sm leading-snug ${look}`;
}
