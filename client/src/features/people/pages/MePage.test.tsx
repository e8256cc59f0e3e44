import "fake-indexeddb/auto";
import { fireEvent, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { indexedStore } from "../../../platform/outbox/indexed-store.ts";
import { aViewer } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

afterEach(() => vi.unstubAllGlobals());

function openMe() {
  const ask = vi.fn(async () => new Response("{}"));
  vi.stubGlobal("fetch", ask);
  const viewer = aViewer();
  const screen = renderApp("/me", { viewer });
  return { ask, screen, personId: viewer.person.id };
}

it("signs out at once when nothing waits to be sent", async () => {
  const { ask, screen } = openMe();
  fireEvent.click(await screen.findByRole("button", { name: "Sign out" }));
  await waitFor(() => expect(screen.history.place().pathname).toBe("/sign-in"));
  expect(ask).toHaveBeenCalledWith("/api/auth/sign-out", expect.anything());
});

it("says first that messages which were not sent would be lost", async () => {
  const { ask, screen, personId } = openMe();
  const store = indexedStore();
  const refusal = { code: "THREAD_CLOSED", message: "This thread is closed." };
  const row = { clientKey: "k", personId, channel: "g", order: 1, payload: {}, refusal };
  await store.put(row);
  fireEvent.click(await screen.findByRole("button", { name: "Sign out" }));
  await screen.findByText(/1 message on this device is not sent yet/);
  fireEvent.click(screen.getByRole("button", { name: "Stay" }));
  expect(ask).not.toHaveBeenCalled();
  expect(await store.list(personId)).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
  fireEvent.click(await screen.findByRole("button", { name: "Delete them and sign out" }));
  await waitFor(async () => expect(await store.list(personId)).toHaveLength(0));
});
