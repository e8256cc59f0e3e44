/** A link in a row of tabs; the open one is underlined. */
export const tabLook =
  "-mb-px flex min-h-11 items-center border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand -outline-offset-2";
