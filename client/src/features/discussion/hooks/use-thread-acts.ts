import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { say } from "../../../ui/toast-list.ts";
import { applyThreadChanged } from "../live/apply.ts";
import type { ApolloCache } from "@apollo/client";

const CloseThread = graphql(`
  mutation CloseThread($input: CloseThreadInput!) {
    closeThread(input: $input) {
      thread {
        ...LiveThread
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const ReopenThread = graphql(`
  mutation ReopenThread($input: ReopenThreadInput!) {
    reopenThread(input: $input) {
      thread {
        ...LiveThread
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const PinThread = graphql(`
  mutation PinThread($input: PinThreadInput!) {
    pinThread(input: $input) {
      thread {
        ...LiveThread
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const AcknowledgeThread = graphql(`
  mutation AcknowledgeThread($input: AcknowledgeThreadInput!) {
    acknowledgeThread(input: $input) {
      thread {
        ...LiveThread
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const changed = (cache: ApolloCache, { thread }: { thread: unknown }): void => {
  if (thread) applyThreadChanged(cache, thread);
};
const quietly = { onlyUpdate: true };

/** The acts on a thread that need nothing typed. Closing can be taken back at once. */
export function useThreadActs(threadId: string) {
  const { t } = useLingui();
  const closing = useCommand(CloseThread, "closeThread", changed, quietly);
  const reopening = useCommand(ReopenThread, "reopenThread", changed, quietly);
  const pinning = useCommand(PinThread, "pinThread", changed, quietly);
  const acknowledging = useCommand(AcknowledgeThread, "acknowledgeThread", changed, quietly);
  const input = { threadId };
  const told = ({ problems }: { problems: readonly { message: string }[] }): boolean => {
    if (problems[0]) say(problems[0].message);
    return problems.length === 0;
  };
  const reopen = async (): Promise<void> => void told(await reopening.run({ input }));
  return {
    reopen,
    async close(): Promise<void> {
      if (!told(await closing.run({ input }))) return;
      say(t`Thread closed.`, { label: t`Undo`, run: () => void reopen() });
    },
    pin: async (on: boolean): Promise<void> =>
      void told(await pinning.run({ input: { threadId, on } })),
    acknowledge: async (): Promise<void> => void told(await acknowledging.run({ input })),
    acknowledging: acknowledging.busy,
  };
}
