import { fireEvent, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { aGroup, aViewer, page } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

const invitation = {
  groupName: "Zambia",
  networkName: "TALENT Groups",
  role: "MEMBER",
  state: "PENDING",
  full: false,
  compact: null,
};

it("shows a stranger what they are invited to, and the way in and back", async () => {
  const { findByRole, getByRole } = renderApp("/join/abc", { viewer: null, invitation });
  await findByRole("heading", { name: "You are invited to Zambia" });
  const next = "?next=%2Fjoin%2Fabc";
  expect(getByRole("link", { name: "Make an account and join" }).getAttribute("href")).toBe(
    `/sign-up${next}`,
  );
  expect(getByRole("link", { name: "I have an account" }).getAttribute("href")).toBe(
    `/sign-in${next}`,
  );
});

it("lands in the group", async () => {
  const group = aGroup();
  const { findByRole, history } = renderApp("/join/abc", {
    viewer: aViewer({ groups: page([group]) }),
    node: group,
    invitation,
    acceptInvitation: { membership: null, group, errors: [] },
  });
  fireEvent.click(await findByRole("button", { name: "Join the group" }));
  await waitFor(() => expect(history.place().pathname).toBe("/groups/group-1"));
});

it("shows what is agreed on before joining, and agrees to that version by joining", async () => {
  const group = aGroup();
  const accepted: unknown[] = [];
  const { findByRole, findByText } = renderApp("/join/abc", {
    viewer: aViewer({ groups: page([group]) }),
    node: group,
    invitation: { ...invitation, compact: { version: 3, body: "We ask before we advise." } },
    acceptInvitation: ({ input }: { input: unknown }) => {
      accepted.push(input);
      return { membership: null, group, errors: [] };
    },
  });
  expect(await findByText("We ask before we advise.")).toBeDefined();
  fireEvent.click(await findByRole("button", { name: "Agree and join" }));
  await waitFor(() => expect(accepted).toEqual([{ token: "abc", agreesToCompact: 3 }]));
});

it("says that the last place went while it was open", async () => {
  const full = {
    __typename: "GroupFull",
    code: "GROUP_FULL",
    message: "Full.",
    role: "MEMBER",
    capacity: 20,
  };
  const { findByRole } = renderApp("/join/abc", {
    viewer: aViewer(),
    invitation,
    acceptInvitation: { membership: null, group: null, errors: [full] },
  });
  fireEvent.click(await findByRole("button", { name: "Join the group" }));
  expect(await findByRole("heading", { name: "This group is full" })).toBeDefined();
});

it.each([
  ["unknown", null, "There is no such invitation"],
  ["full", { ...invitation, full: true }, "This group is full"],
  ["used", { ...invitation, state: "ACCEPTED" }, "This invitation was already used"],
  ["expired", { ...invitation, state: "EXPIRED" }, "This invitation has expired"],
  ["revoked", { ...invitation, state: "REVOKED" }, "This invitation was taken back"],
])("says plainly when it is %s", async (_, preview, title) => {
  const { findByRole } = renderApp("/join/abc", { viewer: null, invitation: preview });
  expect(await findByRole("heading", { name: title })).toBeDefined();
});
