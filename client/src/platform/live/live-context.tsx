import { createContext, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Link } from "./core/link.ts";

export const LiveContext = createContext<Link | null>(null);

const TRY_AGAIN = 5000;

interface LiveProviderProps {
  /** Asked when the server says that the session is gone; true connects again. */
  checkSession: () => Promise<boolean>;
  children: ReactNode;
}

/** The tab's link. Another person: another `key`. */
export function LiveProvider({ checkSession, children }: LiveProviderProps): ReactNode {
  const check = useRef(checkSession);
  const [link, setLink] = useState<Link | null>(null);
  useEffect(() => {
    check.current = checkSession;
  }, [checkSession]);
  useEffect(() => {
    let made: Link | null = null;
    let gone = false;
    // The page is there to be read first; what keeps it current comes after.
    const start = (): Promise<void> =>
      import("./browser-link.ts").then(({ createBrowserLink }) => {
        if (gone) return;
        made = createBrowserLink(() => check.current());
        setLink(made);
      });
    let again: ReturnType<typeof setTimeout>;
    start().catch(() => {
      again = setTimeout(() => void start().catch(() => {}), TRY_AGAIN);
    });
    return () => {
      gone = true;
      clearTimeout(again);
      made?.close();
    };
  }, []);
  return <LiveContext value={link}>{children}</LiveContext>;
}
