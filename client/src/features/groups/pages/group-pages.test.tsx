import { fireEvent, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aGroup, aMembership, aPerson, aThread, aViewer, page } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";
import { applyGroupUpdate } from "../live/apply-group-update.ts";

const late = aThread({ id: "late", title: "Late", lastActivityAt: "2026-11-21T10:00:00Z" });
const early = aThread({ id: "early", title: "Early", lastActivityAt: "2026-11-01T10:00:00Z" });
const pinned = aThread({
  id: "pinned",
  title: "Pinned",
  pinnedAt: "2026-11-01T10:00:00Z",
  lastActivityAt: "2026-10-01T10:00:00Z",
});

function world(fields: Record<string, unknown>) {
  const group = aGroup(fields);
  return { viewer: aViewer({ groups: page([group]) }), node: () => group };
}

it("lists threads with the pinned first, and moves them as they live", async () => {
  const { findByRole, client } = renderApp(
    "/groups/group-1",
    world({ threads: page([early, late, pinned]) }),
  );
  const work = within(await findByRole("main"));
  await work.findByRole("link", { name: /Early/ });
  const titles = () =>
    work
      .getAllByRole("listitem")
      .map((item) => /Pinned|Late|Early|New/.exec(item.textContent)?.[0]);
  expect(titles()).toEqual(["Pinned", "Late", "Early"]);

  const started = aThread({
    id: "new",
    title: "New",
    unreadCount: 1,
    lastActivityAt: "2026-11-21T12:00:00Z",
  });
  const update = {
    __typename: "ThreadStarted",
    cursor: "g1",
    seq: 1,
    prev: 0,
    at: "",
    thread: started,
  };
  for (let twice = 0; twice < 2; twice += 1)
    applyGroupUpdate(client.cache, "group-1", update as never);
  await waitFor(() => expect(titles()).toEqual(["Pinned", "New", "Late", "Early"]));
});

it("does not say that a group is silent to someone who may not listen", async () => {
  const { findByText, queryByText } = renderApp(
    "/groups/group-1",
    world({ viewerRole: null, viewerCan: ["SEE_MEMBERS", "INVITE"], threads: page([]) }),
  );
  await findByText(/What is said in this group is for its members/);
  expect(queryByText("Nothing has been said here yet")).toBeNull();
});

it("starts a thread and goes to it", async () => {
  let input: Record<string, unknown> = {};
  const started = aThread({ id: "thread-9", title: "Rota for three" });
  const { findByRole, getByLabelText, getByRole, history } = renderApp("/groups/group-1", {
    ...world({}),
    startThread: (args: { input: Record<string, unknown> }) => {
      input = args.input;
      return { thread: started, errors: [] };
    },
  });
  fireEvent.click(await findByRole("button", { name: "Start a thread" }));
  await findByRole("heading", { name: "Start a thread", hidden: true });
  fireEvent.click(getByRole("radio", { name: "Question", hidden: true }));
  fireEvent.change(getByLabelText("Title"), { target: { value: "Rota for three " } });
  fireEvent.change(getByLabelText("First message"), {
    target: { value: "How do you share nights?" },
  });
  fireEvent.click(getByRole("button", { name: "Start the thread", hidden: true }));
  await waitFor(() => expect(history.place().pathname).toBe("/groups/group-1/threads/thread-9"));
  expect(input).toMatchObject({
    kind: "QUESTION",
    title: "Rota for three",
    askAcknowledgement: false,
  });
});

it("keeps what was typed when the server refuses it", async () => {
  const { findByRole, findByText, getByLabelText, getByRole } = renderApp("/groups/group-1", {
    ...world({}),
    startThread: {
      thread: null,
      errors: [
        {
          __typename: "Refusal",
          code: "INVALID_INPUT",
          message: "A title has at most 200 characters.",
          field: ["input", "title"],
        },
      ],
    },
  });
  fireEvent.click(await findByRole("button", { name: "Start a thread" }));
  await findByRole("heading", { name: "Start a thread", hidden: true });
  fireEvent.change(getByLabelText("Title"), { target: { value: "Long" } });
  fireEvent.change(getByLabelText("First message"), { target: { value: "Text" } });
  fireEvent.click(getByRole("button", { name: "Start the thread", hidden: true }));
  await findByText("A title has at most 200 characters.");
  expect(getByLabelText("Title").getAttribute("aria-invalid")).toBe("true");
  expect((getByLabelText("First message") as HTMLTextAreaElement).value).toBe("Text");
});

it("shows who guides the group apart, and takes out whoever leaves", async () => {
  const members = page([
    aMembership({ id: "m1", role: "COORDINATOR", person: aPerson({ id: "p1", name: "Thandiwe" }) }),
    aMembership({ id: "m2", person: aPerson({ id: "p2", name: "Bwalya" }) }),
  ]);
  const { findByRole, queryByRole, getByRole, client } = renderApp(
    "/groups/group-1/members",
    world({ members }),
  );
  await findByRole("link", { name: "Bwalya" });
  getByRole("heading", { name: "Who guides the group" });
  const gone = {
    __typename: "MemberLeft",
    cursor: "g1",
    seq: 1,
    prev: 0,
    at: "",
    group: aGroup(),
    person: { __typename: "Person", id: "p2" },
  };
  applyGroupUpdate(client.cache, "group-1", gone as never);
  await waitFor(() => expect(queryByRole("link", { name: "Bwalya" })).toBeNull());
});

it("opens the coordinators’ room to who coordinates the group, and shows nobody else a way there", async () => {
  const members = page([aMembership({ id: "m1", person: aPerson({ id: "p1", name: "Bwalya" }) })]);
  let asked: unknown = null;
  const open = (args: unknown) => {
    asked = args;
    return { room: aGroup({ id: "room-1", name: "Coordinators of Zambia" }), errors: [] };
  };
  const path = "/groups/group-1/members";
  const outside = renderApp(path, world({ members, viewerCan: ["READ", "ADMIT"] }));
  await outside.findByRole("link", { name: "Bwalya" });
  expect(outside.queryByRole("button", { name: /coordinators’ room/ })).toBeNull();
  outside.unmount();
  const { findByRole, history } = renderApp(path, {
    ...world({ members, viewerCan: ["READ", "CONFER"] }),
    openCoordinatorsRoom: open,
  });
  fireEvent.click(await findByRole("button", { name: "Open the coordinators’ room" }));
  await waitFor(() => expect(history.place().pathname).toBe("/groups/room-1"));
  expect(asked).toEqual({ input: { groupId: "group-1" } });
});

it("says the same for what is missing and what is closed", async () => {
  const { findByText } = renderApp("/groups/other", { viewer: aViewer(), node: null });
  expect(await findByText("There is nothing here that you can see.")).toBeDefined();
});

it("tells which invitations went out, and keeps the others to be put right", async () => {
  const { findByLabelText, findByText, getByRole, getByLabelText } = renderApp(
    "/groups/group-1/invite",
    {
      ...world({ viewerCan: ["READ", "INVITE"] }),
      inviteToGroup: {
        invitations: [{ __typename: "Invitation", id: "i1", email: "a@clinic.example" }],
        errors: [
          {
            __typename: "Refusal",
            code: "INVALID_INPUT",
            message: "This is not an address.",
            field: ["input", "emails", "1"],
          },
        ],
      },
    },
  );
  fireEvent.change(await findByLabelText("E-mail addresses"), {
    target: { value: "Ann <a@clinic.example>, b@@clinic" },
  });
  fireEvent.click(getByRole("button", { name: "Send the invitations" }));
  await findByText("The mail is on its way.");
  await findByText("This is not an address.");
  expect((getByLabelText("E-mail addresses") as HTMLTextAreaElement).value).toBe("b@@clinic");
});

it("asks for agreement to what is new, quietly, until it is given", async () => {
  const compact = { version: 2, body: "We ask first.", change: "The last line" };
  const { findByRole, findByText, queryByText, client } = renderApp(
    "/groups/group-1",
    world({ compact, viewerCompactVersion: 1 }),
  );
  await findByText("The last line");
  const link = await findByRole("link", { name: "Read and agree" });
  expect(link.getAttribute("href")).toBe("/groups/group-1/compact");
  const update = {
    __typename: "CompactAgreed",
    cursor: "g1",
    seq: 1,
    prev: 0,
    at: "",
    group: { __typename: "Group", id: "group-1", viewerCompactVersion: 2 },
    membership: { __typename: "Membership", id: "membership-1", compactVersion: 2 },
  };
  applyGroupUpdate(client.cache, "group-1", update as never);
  await waitFor(() => expect(queryByText("The last line")).toBeNull());
});

it("keeps what a coordinator is writing while another version comes, and says what it was before", async () => {
  const first = {
    __typename: "CompactVersion",
    version: 1,
    body: "We ask first.",
    change: null,
    writtenAt: "2026-11-01T10:00:00Z",
    writtenBy: aPerson(),
  };
  const second = { ...first, version: 2, body: "We listen first." };
  const late = aMembership({ id: "late", person: aPerson({ id: "late", name: "Late Riser" }) });
  const fields: Record<string, unknown> = {
    viewerCan: ["READ", "EDIT"],
    compact: first,
    viewerCompactVersion: 1,
    compactVersions: [first],
  };
  const group = aGroup(fields);
  const { findByRole, findByText, findByLabelText, queryByText, client } = renderApp(
    "/groups/group-1/compact",
    { viewer: aViewer({ groups: page([group]) }), node: () => group },
  );
  fireEvent.click(await findByRole("button", { name: "Change it" }));
  const text = await findByLabelText(/What you agree on/);
  fireEvent.change(text, { target: { value: "We ask first, and then we wait." } });
  Object.assign(group, {
    compact: second,
    compactVersions: [second, first],
    membersNotAgreed: page([late]),
  });
  const update = { __typename: "CompactWritten", cursor: "g1", seq: 1, prev: 0, at: "", group };
  applyGroupUpdate(client.cache, "group-1", update as never);
  await findByText("Late Riser");
  await findByText("What it said before");
  const now = await findByLabelText(/What you agree on/);
  expect((now as HTMLTextAreaElement).value).toBe("We ask first, and then we wait.");
  const left = { ...update, __typename: "MemberLeft", seq: 2, prev: 1, person: late.person };
  applyGroupUpdate(client.cache, "group-1", left as never);
  await waitFor(() => expect(queryByText("Late Riser")).toBeNull());
});
