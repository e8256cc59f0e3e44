import { fireEvent, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { aViewer } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

afterEach(() => vi.unstubAllGlobals());

function type(screen: ReturnType<typeof renderApp>) {
  fireEvent.change(screen.getByLabelText("E-mail address"), { target: { value: "a@b.example " } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: "a long password" } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

it("goes back to the page that was asked for", async () => {
  const ask = vi.fn(async () => new Response("{}"));
  vi.stubGlobal("fetch", ask);
  const screen = renderApp("/sign-in?next=%2Fme", { viewer: aViewer() });
  await screen.findByRole("heading", { name: "Sign in" });
  type(screen);
  await waitFor(() => expect(screen.history.place().pathname).toBe("/me"));
  expect(ask).toHaveBeenCalledWith(
    "/api/auth/sign-in/email",
    expect.objectContaining({ body: '{"email":"a@b.example","password":"a long password"}' }),
  );
});

it.each([
  [
    "a wrong password",
    () => Response.json({ code: "INVALID_EMAIL_OR_PASSWORD" }, { status: 401 }),
    /do not belong together/,
  ],
  ["too many tries", () => new Response("", { status: 429 }), /tried too many times/],
  ["a fault", () => new Response("oops", { status: 500 }), /went wrong on our side/],
  ["a lost link", () => Promise.reject(new TypeError("Failed to fetch")), /could not be reached/],
])("says what to do after %s, and keeps what was typed", async (_, answer, words) => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => answer()),
  );
  const screen = renderApp("/sign-in", { viewer: null });
  await screen.findByRole("heading", { name: "Sign in" });
  type(screen);
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  expect((screen.getByLabelText("Password") as HTMLInputElement).value).toBe("a long password");
});
