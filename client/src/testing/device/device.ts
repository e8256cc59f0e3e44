import { i18n } from "@lingui/core";
import type { ApolloCache, ApolloClient, InMemoryCache } from "@apollo/client";
import { outboxOf } from "../../features/discussion/acts/send-queued.ts";
import { MessagePage } from "../../features/discussion/acts/reading-documents.ts";
import { applyThreadUpdate } from "../../features/discussion/live/apply.ts";
import { ThreadUpdates } from "../../features/discussion/live/documents.ts";
import { messageWindow } from "../../features/discussion/live/message-window.ts";
import { threadPageQuery } from "../../features/discussion/thread-query.ts";
import { createClient } from "../../platform/apollo/client.ts";
import { createLink } from "../../platform/live/core/link.ts";
import type { Transport } from "../../platform/live/core/transport.ts";
import { eventStreamTransport } from "../../platform/live/event-stream.ts";
import { followField } from "../../platform/live/follow-field.ts";
import { socketTransport } from "../../platform/live/socket.ts";
import { hasSession } from "../../platform/session/has-session.ts";
import { differences } from "./differences.ts";
import type { Differences, Opening, Standing } from "./words.ts";

export interface Device {
  say(body: string): void;
  tell(): Standing;
  compare(): Promise<Differences>;
}

/**
 * An open thread without its screen: the client's own link, outbox, cache and what applies updates to it, put
 * together as the page and the shell do.
 */
export async function openDevice(opening: Opening): Promise<Device> {
  const { url, personId, groupId, threadId } = opening;
  i18n.loadAndActivate({ locale: "en", messages: {} });
  const client = newClient();
  const after = await read(client, threadId);
  const sockets = socketTransport(`${url.replace("http", "ws")}/graphql`);
  const socket = opening.breaksSockets ? broken : sockets;
  const link = createLink({
    socket: opening.lose === undefined ? socket : losing(socket, opening.lose),
    stream: async () => eventStreamTransport("/graphql/stream"),
    clock: {
      now: () => Date.now(),
      after(ms, run) {
        const handle = setTimeout(run, ms);
        return () => clearTimeout(handle);
      },
    },
    random: Math.random,
    checkSession: hasSession,
  });
  let last = 0;
  let outOfPlace = 0;
  let ended: string | null = null;
  followField(link, client.cache, () => ({
    document: ThreadUpdates,
    field: "threadUpdates",
    variables: { threadId },
    after,
    apply(update) {
      if (update.seq <= last) outOfPlace += 1;
      last = update.seq;
      applyThreadUpdate(client.cache, threadId, update);
    },
    async onReset() {
      last = 0;
      return read(client, threadId);
    },
    onEnded: (reason) => (ended = reason),
  }));
  const outbox = outboxOf(client, personId);
  link.subscribe(() => {
    if (link.state().state === "live") outbox.retry();
  });
  return {
    say: (body) => void outbox.add(groupId, { threadId, body, quoteId: null }),
    tell() {
      const rows = outbox.list();
      return {
        link: link.state().state,
        counts: link.counts,
        outOfPlace,
        waiting: rows.filter(({ state }) => state !== "refused").length,
        refused: rows.flatMap(({ refusal }) => refusal?.code ?? []),
        ended,
        messages: messagesIn(client.cache, threadId),
      };
    },
    async compare() {
      const fresh = newClient();
      await read(fresh, threadId);
      await readAll(fresh, threadId);
      return differences(known(client.cache), known(fresh.cache));
    },
  };
}

function newClient(): ApolloClient {
  const client = createClient();
  (client.cache as InMemoryCache).policies.addTypePolicies({
    Thread: { fields: { messages: messageWindow } },
  });
  return client;
}

/** What the page asks when it is opened, and again after a reset; answers the cursor. */
async function read(client: ApolloClient, threadId: string): Promise<string> {
  const { data } = await client.query({
    query: threadPageQuery,
    variables: { threadId, around: null, aroundUnread: true, desk: false },
    fetchPolicy: "network-only",
  });
  if (data?.thread?.__typename !== "Thread") throw new Error("The thread could not be read.");
  return data.thread.liveCursor;
}

/** What a reader does who scrolls from end to end. */
async function readAll(client: ApolloClient, threadId: string): Promise<void> {
  for (;;) {
    const { pageInfo } = stored(client.cache, threadId).messages;
    const page = pageInfo.hasPreviousPage
      ? { last: 50, before: pageInfo.startCursor }
      : pageInfo.hasNextPage
        ? { first: 50, after: pageInfo.endCursor }
        : null;
    if (!page) return;
    await client.query({
      query: MessagePage,
      variables: { threadId, ...page },
      fetchPolicy: "network-only",
    });
  }
}

interface StoredThread {
  messages: {
    nodes: { __ref: string }[];
    pageInfo: {
      hasPreviousPage: boolean;
      hasNextPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
}

type Store = Record<string, unknown>;

function stored(cache: ApolloCache, threadId: string): StoredThread {
  return (cache.extract() as Store)[`Thread:${threadId}`] as StoredThread;
}

function messagesIn(cache: ApolloCache, threadId: string): { seq: number; body: string }[] {
  const store = cache.extract() as Record<string, { seq: number; body: string }>;
  return stored(cache, threadId).messages.nodes.flatMap(({ __ref }) => {
    const message = store[__ref];
    return message ? [{ seq: message.seq, body: message.body }] : [];
  });
}

/** All that is known of the thread and its messages, but for where an answer began and ended. */
function known(cache: ApolloCache): unknown {
  const store = Object.entries(cache.extract() as Store);
  const own = store.filter(([id]) => /^(Thread|Message|Person):/.test(id));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(own), (key, value: unknown) =>
      ["liveCursor", "startCursor", "endCursor"].includes(key) ? undefined : value,
    ),
  );
}

/** Sockets behind a proxy that does not know them. */
const broken: Transport = (events) => ({
  subscribe() {
    const timer = setTimeout(() => events.closed(1006));
    return () => clearTimeout(timer);
  },
  close() {},
});

/** A transport that swallows the nth update of its field, once. */
function losing(transport: Transport, nth: number): Transport {
  let count = 0;
  return (events) => {
    const connection = transport(events);
    return {
      ...connection,
      subscribe: (operation, sink) =>
        connection.subscribe(operation, {
          ...sink,
          next(result) {
            const [answer] = Object.values(result.data ?? {}) as { __typename?: string }[];
            if (answer?.__typename === "MessageSent" && (count += 1) === nth) return;
            sink.next(result);
          },
        }),
    };
  };
}
