import { expect, it } from "vitest";
import { returnTo, signInPath } from "../session/return-to.ts";
import { matchPath } from "./match.ts";

it.each([
  ["/", "/", {}],
  ["/groups/:groupId", "/groups/a%2Fb", { groupId: "a/b" }],
  ["/groups/:groupId", "/groups/a/members", null],
  ["/groups/:groupId/*", "/groups/a", { groupId: "a" }],
  ["/groups/:groupId/*", "/groups/a/threads/b", { groupId: "a" }],
  ["/groups/:groupId/*", "/groups", null],
  ["/reset/:token", "/reset/%E0%A4%A", { token: "%E0%A4%A" }],
  ["/me", "/me/", {}],
])("%s and %s", (pattern, path, params) => {
  expect(matchPath(pattern, path)).toEqual(params);
});

it("comes back only to this site", () => {
  expect(returnTo("?next=%2Fgroups%2F1%3Fmessage%3D4")).toBe("/groups/1?message=4");
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
  ])
    expect(returnTo(`?next=${encodeURIComponent(next)}`)).toBe("/");
  expect(signInPath({ pathname: "/inbox", search: "" })).toBe("/sign-in?next=%2Finbox");
});
