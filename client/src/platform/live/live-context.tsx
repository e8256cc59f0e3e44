import { createContext, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { createBrowserLink } from "./browser-link.ts";
import type { Link } from "./core/link.ts";

export const LiveContext = createContext<Link | null>(null);

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
    const made = createBrowserLink(() => check.current());
    setLink(made);
    return () => made.close();
  }, []);
  return <LiveContext value={link}>{children}</LiveContext>;
}
