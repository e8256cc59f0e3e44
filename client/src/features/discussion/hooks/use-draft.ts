import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { draftsKey } from "../../../platform/session/traces.ts";

const GATHER_MS = 1500;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, body: string): void {
  try {
    if (body === "") localStorage.removeItem(key);
    else localStorage.setItem(key, body);
  } catch {
    // Storage is full or refused: the server's copy is all there is.
  }
}

/**
 * What is being written in a thread: on this device with every change, with the server after a pause, so that it is
 * there after a reload and on another device. `kept` is the server's copy, null while it is not known.
 */
export function useDraft(personId: string, threadId: string, kept: string | null | undefined) {
  const client = useApolloClient();
  const key = draftsKey(personId, threadId);
  const [body, setBody] = useState(() => read(key) ?? kept ?? "");
  const touched = useRef(body !== "");
  const told = useRef(kept ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string | null>(null);

  function tell(now: string): void {
    clearTimeout(timer.current);
    waiting.current = null;
    if (now === told.current) return;
    told.current = now;
    void import("../acts/reading-documents.ts")
      .then(({ SaveDraft }) =>
        client.mutate({
          mutation: SaveDraft,
          variables: { input: { threadId, body: now } },
          fetchPolicy: "no-cache",
        }),
      )
      .catch(() => {
        // It is on this device; the next change tells the server.
        told.current = "";
      });
  }

  // The server's copy came after the page, and nothing was written meanwhile.
  useEffect(() => {
    if (!touched.current && kept) {
      told.current = kept;
      setBody(kept);
    }
  }, [kept]);

  const last = useRef(tell);
  useEffect(() => {
    last.current = tell;
  });
  useEffect(
    () => () => {
      if (waiting.current !== null) last.current(waiting.current);
    },
    [],
  );

  return {
    body,
    change(next: string): void {
      touched.current = true;
      setBody(next);
      write(key, next);
      waiting.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => tell(next), GATHER_MS);
    },
    /** It was sent: nothing remains anywhere. */
    clear(): void {
      touched.current = true;
      setBody("");
      write(key, "");
      tell("");
    },
  };
}
