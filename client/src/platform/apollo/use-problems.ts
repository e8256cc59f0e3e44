import { useState } from "react";
import type { Problem } from "./use-command.ts";

/** Keeps what stood in the way of the last try, for the screen: the whole, or one field's. */
export function useProblems() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    problems,
    /** Takes a command's outcome and hands it on. */
    keep: <O extends { problems: readonly Problem[] }>(outcome: O): O => {
      setProblems(outcome.problems);
      return outcome;
    },
    of: (field: string) => problems.find((one) => one.field === field)?.message,
    /** What no shown field stands for. */
    besides: (...fields: string[]) =>
      problems.filter((one) => one.field === null || !fields.includes(one.field)),
  };
}
