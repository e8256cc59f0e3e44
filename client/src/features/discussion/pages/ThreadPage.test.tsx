import "fake-indexeddb/auto";
import { configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aGroup, aMembership, aPerson, aThread, aViewer } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

// The parts of a page come one after another, and the machine may be busy with other tests.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

type Fields = Record<string, unknown>;
const me = aPerson({ id: "me", name: "Nasilele Mubita", isViewer: true });
const asha = aPerson({ id: "asha", name: "Asha Phiri", profession: "Midwife" });

/** Rows have a size in this document, so that the list draws them. */
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "offsetParent", { get: () => document.body });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      private readonly told: ResizeObserverCallback;
      constructor(told: ResizeObserverCallback) {
        this.told = told;
      }
      observe(target: Element): void {
        const height = target.getAttribute("role") === "log" ? 2000 : 60;
        const contentRect = { width: 400, height } as DOMRectReadOnly;
        const entry = { target, contentRect } as unknown as ResizeObserverEntry;
        queueMicrotask(() => this.told([entry], this));
      }
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});

let sent: Fields[] = [];
let turn = 0;
beforeEach(() => {
  sent = [];
  turn += 1;
  localStorage.clear();
});

const aMessage = (seq: number, fields: Fields = {}): Fields => ({
  __typename: "Message",
  id: `m${seq}`,
  seq,
  body: `Message ${seq}`,
  author: asha,
  authorRole: "MEMBER",
  createdAt: `2026-11-19T08:${String(seq).padStart(2, "0")}:00Z`,
  editedAt: null,
  withdrawnAt: null,
  version: 1,
  clientKey: null,
  quote: null,
  pinnedAt: null,
  reactions: [],
  history: [],
  viewerCan: ["REACT", "QUOTE"],
  url: "",
  ...fields,
});

function open(messages: Fields[], thread: Fields = {}, more: Fields = {}) {
  // Another person for each test: the outbox of a device keeps what was not sent.
  const person = { ...me, id: `me-${turn}` };
  const node = aThread({
    lastReadSeq: messages.length,
    lastMessageSeq: messages.length,
    draft: null,
    messages: {
      nodes: messages,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: "a", endCursor: "b" },
    },
    ...thread,
  });
  const group = aGroup({
    members: { nodes: [aMembership({ person: asha }), aMembership({ id: "m2", person })] },
  });
  return renderApp("/groups/group-1/threads/thread-1", {
    viewer: aViewer({ person }),
    node: ({ id }: { id: string }) => (id === "group-1" ? group : node),
    saveDraft: { thread: node, errors: [] },
    signalTyping: { errors: [] },
    markRead: { thread: node, errors: [] },
    sendMessage: ({ input }: { input: Fields }) => {
      sent.push(input);
      return {
        cursor: "c9",
        errors: [],
        message: aMessage(messages.length + 1, {
          body: input["body"],
          clientKey: input["clientKey"],
          author: person,
        }),
      };
    },
    ...more,
  });
}

const box = (): Promise<HTMLTextAreaElement> => screen.findByRole("textbox", { name: "Message" });

async function write(text: string): Promise<void> {
  fireEvent.change(await box(), { target: { value: text } });
  // Until the outbox has been loaded, what is sent stays in the box.
  await waitFor(() => {
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Message" }), { key: "Enter" });
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" }).value).toBe("");
  });
}

test("a thread is read with its days, its names once, and the line above what is new", async () => {
  open([aMessage(1), aMessage(2), aMessage(3, { createdAt: "2026-11-20T08:00:00Z" })], {
    lastReadSeq: 2,
  });
  const log = await screen.findByRole("log", { name: "Messages" });
  await within(log).findByText("Message 3");
  expect(within(log).getAllByText("Asha Phiri")).toHaveLength(2);
  expect(within(log).getAllByRole("heading", { level: 2 })).toHaveLength(2);
  expect(within(log).getByText("New messages")).toBeTruthy();
});

test("one request brings the page", async () => {
  const { asked } = open([aMessage(1)]);
  await screen.findByText("Message 1");
  expect(asked.filter((name) => name.endsWith("Page"))).toEqual(["ThreadPage"]);
});

test("Enter sends: shown at once, acknowledged once, with its key", async () => {
  open([aMessage(1)]);
  await write("Good morning");
  const log = screen.getByRole("log");
  expect(await within(log).findByText("Good morning")).toBeTruthy();
  await waitFor(() => expect(within(log).queryByText("Sending")).toBeNull());
  expect(within(log).getAllByText("Good morning")).toHaveLength(1);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ threadId: "thread-1", body: "Good morning", quoteId: null });
  expect(sent[0]?.["clientKey"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("Shift and Enter break the line", async () => {
  open([aMessage(1)]);
  const text = await box();
  fireEvent.change(text, { target: { value: "One" } });
  fireEvent.keyDown(text, { key: "Enter", shiftKey: true });
  expect(text.value).toBe("One");
  expect(sent).toEqual([]);
});

test("a refused message keeps its text with the reason, and gives it back", async () => {
  open(
    [aMessage(1)],
    {},
    {
      sendMessage: {
        message: null,
        cursor: null,
        errors: [
          {
            __typename: "Refusal",
            code: "THREAD_CLOSED",
            message: "The thread is closed.",
            field: null,
          },
        ],
      },
    },
  );
  await write("Too late");
  expect(await screen.findByText("Not sent: The thread is closed.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  expect(screen.queryByText("Too late")).toBeNull();
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Not sent: The thread is closed.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Edit" }));
  await waitFor(async () => expect((await box()).value).toBe("Too late"));
  expect(screen.queryByText(/Not sent/)).toBeNull();
});

test("without a link a message is saved on this device and says so", async () => {
  open(
    [aMessage(1)],
    {},
    {
      sendMessage: () => {
        throw new TypeError("Failed to fetch");
      },
    },
  );
  await write("From the bus");
  expect(await screen.findByText("Saved on this device, sends when the link is back")).toBeTruthy();
});

test("what waits to be sent shows the message that it answers", async () => {
  open(
    [aMessage(1, { body: "Who has the key?" })],
    {},
    {
      sendMessage: () => {
        throw new TypeError("Failed to fetch");
      },
    },
  );
  await screen.findByText("Who has the key?");
  fireEvent.click(screen.getByRole("button", { name: "Quote" }));
  await write("It hangs by the door");
  const waiting = await screen.findByRole("article", { name: "Your message, not sent yet" });
  expect(
    within(waiting).getByRole("button", { name: /Asha Phiri\s*Who has the key/ }),
  ).toBeTruthy();
});

const mine = aMessage(2, { author: me, viewerCan: ["EDIT", "WITHDRAW", "REACT", "QUOTE"] });

test("arrow up edits the last own message, and a conflict shows both and keeps the text", async () => {
  const edits: Fields[] = [];
  open(
    [aMessage(1), mine],
    {},
    {
      editMessage: ({ input }: { input: Fields }) => {
        edits.push(input);
        const current = { ...mine, body: "Changed on the phone", version: 2 };
        return input["expectedVersion"] === 1
          ? {
              message: null,
              errors: [
                {
                  __typename: "VersionConflict",
                  code: "VERSION_CONFLICT",
                  message: "",
                  field: null,
                  current,
                },
              ],
            }
          : { message: { ...mine, body: input["body"], version: 3 }, errors: [] };
      },
    },
  );
  await screen.findByText("Message 2");
  fireEvent.keyDown(await box(), { key: "ArrowUp" });
  const editing = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Edit message" });
  fireEvent.change(editing, { target: { value: "Changed here" } });
  fireEvent.keyDown(editing, { key: "Enter" });
  expect(await screen.findByText("Changed on the phone")).toBeTruthy();
  expect(editing.value).toBe("Changed here");
  fireEvent.keyDown(editing, { key: "Enter" });
  await within(screen.getByRole("log")).findByText("Changed here");
  expect(edits.map((input) => input["expectedVersion"])).toEqual([1, 2]);
});

test("a mention is chosen by keyboard and sent as a link", async () => {
  open([aMessage(1)]);
  const text = await box();
  fireEvent.change(text, { target: { value: "@ash" } });
  fireEvent.select(text);
  await screen.findByRole("option", { name: "Asha Phiri" });
  fireEvent.keyDown(text, { key: "Enter" });
  await waitFor(() => expect(text.value).toBe("@Asha Phiri "));
  await write("@Asha Phiri thank you");
  await waitFor(() => expect(sent[0]?.["body"]).toBe("[@Asha Phiri](person:asha) thank you"));
});

test("what was being written is there again", async () => {
  open([aMessage(1)], { draft: "Half a thought" });
  await waitFor(async () => expect((await box()).value).toBe("Half a thought"));
});

test("a closed thread says why nobody writes in it", async () => {
  open([aMessage(1)], { closedAt: "2026-11-20T08:00:00Z", viewerCan: [] });
  expect(await screen.findByText(/This thread is closed/)).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Message" })).toBeNull();
});

test("an accepted answer stands on top; an announcement can be acknowledged", async () => {
  const acknowledged = vi.fn();
  open(
    [aMessage(1), aMessage(2, { body: "Ask the night team" })],
    {
      kind: "ANNOUNCEMENT",
      acceptedAnswer: aMessage(2, { body: "Ask the night team" }),
      acknowledgement: { count: 3, viewerAcknowledgedAt: null, pending: { nodes: [] } },
      viewerCan: ["SEND", "ACKNOWLEDGE"],
    },
    {
      acknowledgeThread: () => {
        acknowledged();
        const acknowledgement = { count: 4, viewerAcknowledgedAt: "2026-11-20T08:00:00Z" };
        return {
          errors: [],
          thread: aThread({
            kind: "ANNOUNCEMENT",
            acknowledgement,
            viewerCan: ["SEND", "ACKNOWLEDGE"],
          }),
        };
      },
    },
  );
  expect(await screen.findByText(/Accepted answer/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "I have read this" }));
  expect(await screen.findByText(/4 people have acknowledged/)).toBeTruthy();
  expect(acknowledged).toHaveBeenCalledTimes(1);
});

test("a thread that cannot be seen is not here", async () => {
  open([], {}, { node: null });
  expect(await screen.findByText("There is nothing here that you can see.")).toBeTruthy();
});
