import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let thread: { id: string; messageId: string };
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  ada = await group.admit();
  thread = await group.thread(ada);
});
afterAll(() => world.close());

const app = (...scopes: string[]) => ada.withScopes(new Set(scopes));
const NODE = "query($id: ID!) { node(id: $id) { id } }";

describe("an app's scopes", () => {
  it.each([
    ["{ viewer { person { name } } }", []],
    ["{ viewer { networks { nodes { id } } } }", ["networks:read"]],
    [
      "{ viewer { networks { nodes { groups { nodes { id } } } } } }",
      ["networks:read", "groups:read"],
    ],
    ["{ viewer { groups { nodes { name } } } }", ["groups:read"]],
    ["{ viewer { groups { nodes { members { nodes { id } } } } } }", ["groups:read"]],
    ["{ viewer { groups { nodes { network { id } } } } }", ["groups:read", "networks:read"]],
    [
      "{ viewer { groups { nodes { threads { nodes { id } } } } } }",
      ["groups:read", "messages:read"],
    ],
    ["{ viewer { inbox { unreadThreadCount } } }", ["messages:read"]],
  ])("%s needs all of these and no other: %j", async (source, scopes) => {
    expect(await app("profile:read", ...scopes).codeOf(source)).toBeNull();
    for (const lacking of scopes) {
      const others = scopes.filter((scope) => scope !== lacking);
      expect(await app("profile:read", ...others).codeOf(source), lacking).toBe("FORBIDDEN");
    }
  });

  it("hold behind node(id) and nodes(ids) too, whether the object is there or not", async () => {
    const reader = app("profile:read");
    for (const id of [thread.id, thread.messageId, group.id, group.networkId]) {
      expect(await reader.codeOf(NODE, { id })).toBe("FORBIDDEN");
      expect(await reader.codeOf("query($id: ID!) { nodes(ids: [$id]) { id } }", { id })).toBe(
        "FORBIDDEN",
      );
    }
    expect(await reader.codeOf(NODE, { id: ada.id })).toBeNull();
    expect(await app("profile:read", "messages:read").codeOf(NODE, { id: thread.id })).toBeNull();
  });

  it("let a writer see what it wrote, and nothing around it", async () => {
    const writer = app("messages:write");
    const send = (shown: string) =>
      writer.codeOf(
        `mutation($input: SendMessageInput!) { sendMessage(input: $input) { message { ${shown} } errors { code } } }`,
        { input: { threadId: thread.id, body: "From an app", clientKey: randomUUID() } },
      );
    expect(await send("id body author { name }")).toBeNull();
    expect(await send("thread { messages { nodes { body } } }")).toBe("FORBIDDEN");
  });
});
