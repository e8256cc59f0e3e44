import type { ApolloCache, ApolloClient } from "@apollo/client";
import { t } from "@lingui/core/macro";
import { graphql } from "../../../generated/gql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";
import { say } from "../../../ui/toast-list.ts";
import { applyThreadChanged } from "../live/apply.ts";

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

const update = (cache: ApolloCache, { thread }: { thread: unknown }): void => {
  if (thread) applyThreadChanged(cache, thread);
};
const onlyUpdate = true;

/** Says what stood in the way; true when nothing did. */
function told({ problems }: { problems: readonly { message: string }[] }): boolean {
  if (problems[0]) say(problems[0].message);
  return problems.length === 0;
}

export async function reopenThread(client: ApolloClient, threadId: string): Promise<void> {
  const command = { document: ReopenThread, name: "reopenThread", update, onlyUpdate } as const;
  told(await runCommand(client, command, { input: { threadId } }));
}

/** Ends writing in a thread; it can be taken back at once. */
export async function closeThread(client: ApolloClient, threadId: string): Promise<void> {
  const command = { document: CloseThread, name: "closeThread", update, onlyUpdate } as const;
  if (!told(await runCommand(client, command, { input: { threadId } }))) return;
  say(t`Thread closed.`, { label: t`Undo`, run: () => void reopenThread(client, threadId) });
}

export async function pinThread(
  client: ApolloClient,
  threadId: string,
  on: boolean,
): Promise<void> {
  const command = { document: PinThread, name: "pinThread", update, onlyUpdate } as const;
  told(await runCommand(client, command, { input: { threadId, on } }));
}

export async function acknowledgeThread(client: ApolloClient, threadId: string): Promise<void> {
  const command = {
    document: AcknowledgeThread,
    name: "acknowledgeThread",
    update,
    onlyUpdate,
  } as const;
  told(await runCommand(client, command, { input: { threadId } }));
}
