import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { say } from "../../../ui/toast-list.ts";
import { useThread } from "../components/thread-scope.ts";
import { applyMessageChanged, applyThreadChanged } from "../live/apply.ts";
import type { ApolloCache } from "@apollo/client";

const WithdrawMessage = graphql(`
  mutation WithdrawMessage($input: WithdrawMessageInput!) {
    withdrawMessage(input: $input) {
      undoUntil
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

const RestoreMessage = graphql(`
  mutation RestoreMessage($input: RestoreMessageInput!) {
    restoreMessage(input: $input) {
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

const PinMessage = graphql(`
  mutation PinMessage($input: PinMessageInput!) {
    pinMessage(input: $input) {
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

const AcceptAnswer = graphql(`
  mutation AcceptAnswer($input: AcceptAnswerInput!) {
    acceptAnswer(input: $input) {
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

const UNDO_MS = 5000;

/** The acts on one message that need nothing typed. Each says what was done, or what stood in the way. */
export function useMessageActs() {
  const { t } = useLingui();
  const { threadId } = useThread();
  const changed = (cache: ApolloCache, { message }: { message: unknown }): void => {
    if (message) applyMessageChanged(cache, threadId, message);
  };
  const withdrawing = useCommand(WithdrawMessage, "withdrawMessage", changed, { onlyUpdate: true });
  const restoring = useCommand(RestoreMessage, "restoreMessage", changed, { onlyUpdate: true });
  const pinning = useCommand(PinMessage, "pinMessage", changed, { onlyUpdate: true });
  const accepting = useCommand(
    AcceptAnswer,
    "acceptAnswer",
    (cache, { thread }) => {
      if (thread) applyThreadChanged(cache, thread);
    },
    { onlyUpdate: true },
  );
  const told = (problems: readonly { message: string }[]): boolean => {
    if (problems[0]) say(problems[0].message);
    return problems.length === 0;
  };

  async function restore(messageId: string): Promise<void> {
    const { problems } = await restoring.run({ input: { messageId } });
    told(problems);
  }
  return {
    async withdraw(messageId: string): Promise<void> {
      const { problems } = await withdrawing.run({ input: { messageId } });
      if (!told(problems)) return;
      say(t`Message withdrawn.`, {
        label: t`Undo`,
        run: () => void restore(messageId),
        ms: UNDO_MS,
      });
    },
    async pin(messageId: string, on: boolean): Promise<void> {
      const { problems } = await pinning.run({ input: { messageId, on } });
      if (told(problems)) say(on ? t`Pinned to the thread.` : t`No longer pinned.`);
    },
    async accept(messageId: string | null): Promise<void> {
      const { problems } = await accepting.run({ input: { threadId, messageId } });
      told(problems);
    },
  };
}
