import { fireEvent } from "@testing-library/react";
import { expect, it } from "vitest";
import { aGroup, aNetwork, aPerson, aThread, aViewer, page } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

const zambia = aGroup({ unreadThreadCount: 1 });

it("shows what is new first, in one request with the frame", async () => {
  const thread = aThread({
    group: zambia,
    unreadCount: 4,
    lastMessage: {
      __typename: "Message",
      id: "m1",
      body: "I will **try** it",
      author: aPerson({ id: "p2", name: "Bwalya Chilufya" }),
    },
  });
  const viewer = aViewer({
    networks: page([aNetwork()]),
    groups: page([zambia]),
    inbox: { threads: page([thread]), mentions: page([]), unreadThreadCount: 1 },
  });
  const { findByRole, findByText, asked } = renderApp("/", { viewer });
  const link = await findByRole("link", { name: /Handover at the end of nights/ });
  expect(link.getAttribute("href")).toBe("/groups/group-1/threads/thread-1");
  await findByText(/Bwalya Chilufya/);
  expect(link.textContent).toContain("I will try it");
  expect(asked).toEqual(["HomePage"]);
});

it("says that everything is read", async () => {
  const viewer = aViewer({ networks: page([aNetwork()]), groups: page([aGroup()]) });
  const { findByText } = renderApp("/", { viewer });
  expect(await findByText("You have read everything")).toBeDefined();
});

it("gives someone without any place the first act", async () => {
  const { findByRole } = renderApp("/", { viewer: aViewer() });
  fireEvent.click(await findByRole("button", { name: "Create a network" }));
  expect(await findByRole("heading", { name: "Create a network", hidden: true })).toBeDefined();
});

it("sends someone who is not signed in to the door, and remembers the way back", async () => {
  const { findByRole, history } = renderApp("/inbox", { viewer: null });
  await findByRole("heading", { name: "Sign in" });
  expect(history.place().search).toBe("?next=%2Finbox");
});
