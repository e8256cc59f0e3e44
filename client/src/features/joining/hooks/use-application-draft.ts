import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";

const SaveApplicationDraft = graphql(`
  mutation SaveApplicationDraft($input: SaveApplicationDraftInput!) {
    saveApplicationDraft(input: $input) {
      group {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const PAUSE_MS = 1_000;

export type Answers = Readonly<Record<string, string>>;

export const listed = (answers: Answers) =>
  Object.entries(answers).map(([key, text]) => ({ key, text }));

/** Answers while they are written: kept on the server a second after the last letter, for other devices too. */
export function useApplicationDraft(
  groupId: string,
  drafted: readonly { key: string; text: string }[],
) {
  const client = useApolloClient();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(drafted.map(({ key, text }) => [key, text])),
  );
  const [saved, setSaved] = useState(drafted.length > 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function write(key: string, text: string) {
    const next = { ...answers, [key]: text };
    setAnswers(next);
    setSaved(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const command = { document: SaveApplicationDraft, name: "saveApplicationDraft" } as const;
      const input = { groupId, answers: listed(next) };
      void runCommand(client, command, { input }).then(({ done }) => setSaved(done !== null));
    }, PAUSE_MS);
  }
  return { answers, write, saved, stop: () => clearTimeout(timer.current) };
}
