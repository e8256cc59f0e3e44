import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { say } from "../../../ui/toast-list.ts";
import { useThread } from "../components/thread-scope.ts";
import { applyMessageChanged } from "../live/apply.ts";

const ReactMutation = graphql(`
  mutation React($input: ReactInput!) {
    react(input: $input) {
      message {
        ...LiveMessage
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Adds or takes back one's reaction; what stands in the way is said in a toast. */
export function useReact(): (messageId: string, emoji: string, on: boolean) => Promise<void> {
  const { threadId } = useThread();
  const { run } = useCommand(
    ReactMutation,
    "react",
    (cache, { message }) => {
      if (message) applyMessageChanged(cache, threadId, message);
    },
    { onlyUpdate: true },
  );
  return async (messageId, emoji, on) => {
    const { problems } = await run({ input: { messageId, emoji, on } });
    if (problems[0]) say(problems[0].message);
  };
}
