import { useState } from "react";
import type { Refused } from "../../../platform/session/accounts.ts";
import { refusedWords } from "../components/refused-words.ts";

/** Runs an act at an account's door: one at a time, with its refusal in words. */
export function useAccountAct() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  async function run(act: () => Promise<Refused | null>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    const answer = await act();
    setBusy(false);
    setRefused(answer);
    return answer === null;
  }
  return { run, busy, refused, words: refused && refusedWords(refused) };
}
