import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId } from "../platform/graphql/ids.ts";
import { World, type Actor } from "../testing/world.ts";
import { oddTexts } from "./testing/badValues.ts";
import { openScene, type Scene } from "./testing/lawScene.ts";

let world: World;
let scene: Scene;
let reader: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  scene = await openScene(world);
  reader = scene.actors.coordinator;
}, 60_000);
afterAll(() => world.close());

const onNode = (type: string, list: string) =>
  `query($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on ${type} { ${list} } } }`;
const onViewer = (list: string) => `query($first: Int, $after: String) { viewer { ${list} } }`;
const page = (list: string) =>
  `${list}(first: $first, after: $after) { pageInfo { endCursor } nodes { __typename } }`;

/** Every connection, with the parts of its cursors' keys. */
const connections: [string, string, (scene: Scene) => object, string[]][] = [
  ["viewer.groups", onViewer(page("groups")), () => ({}), ["instant", "uuid"]],
  ["viewer.networks", onViewer(page("networks")), () => ({}), ["instant", "uuid"]],
  ["inbox.threads", onViewer(`inbox { ${page("threads")} }`), () => ({}), ["instant", "uuid"]],
  ["inbox.mentions", onViewer(`inbox { ${page("mentions")} }`), () => ({}), ["instant", "uuid"]],
  [
    "networks",
    `query($first: Int, $after: String) { ${page("networks")} }`,
    () => ({}),
    ["instant", "uuid"],
  ],
  [
    "network.groups",
    onNode("Network", page("groups")),
    ({ group }) => ({ id: group.networkId }),
    ["instant", "uuid"],
  ],
  [
    "network.members",
    onNode("Network", page("members")),
    ({ group }) => ({ id: group.networkId }),
    ["instant", "uuid"],
  ],
  [
    "network.people",
    onNode("Network", page("people")),
    ({ group }) => ({ id: group.networkId }),
    ["text", "uuid"],
  ],
  [
    "network.people, searched",
    onNode(
      "Network",
      page("people").replace("after: $after", 'after: $after, filter: { query: "n" }'),
    ),
    ({ group }) => ({ id: group.networkId }),
    ["text", "uuid"],
  ],
  [
    "network.colleaguesAbroad",
    onNode("Network", page("colleaguesAbroad")),
    ({ group }) => ({ id: group.networkId }),
    ["text", "uuid"],
  ],
  [
    "group.members",
    onNode("Group", page("members")),
    ({ group }) => ({ id: group.id }),
    ["instant", "uuid"],
  ],
  [
    "group.invitations",
    onNode("Group", page("invitations")),
    ({ group }) => ({ id: group.id }),
    ["instant", "uuid"],
  ],
  [
    "group.threads",
    onNode("Group", page("threads")),
    ({ group }) => ({ id: group.id }),
    ["number", "instant", "uuid"],
  ],
  [
    "thread.messages",
    onNode("Thread", page("messages")),
    ({ thread }) => ({ id: thread.id }),
    ["number"],
  ],
  [
    "acknowledgement.pending",
    onNode("Thread", `acknowledgement { ${page("pending")} }`),
    ({ announcement }) => ({ id: announcement.id }),
    ["instant", "uuid"],
  ],
];

const forgeries: Record<string, unknown[]> = {
  text: ["a\u0000", "\ud83d", "x".repeat(1_001), 1, null, {}],
  number: [1.5, 2 ** 31, -(2 ** 53), "1", null, {}, []],
  instant: [
    "2027-02-30T00:00:00.000Z",
    "0000-01-01T00:00:00.000Z",
    "+275760-09-13T00:00:00.000Z",
    "-000001-01-01T00:00:00.000Z",
    "2027-01-01T24:00:00.000Z",
    "2027-01-01",
    "now",
    "infinity",
    1,
    null,
  ],
  uuid: ["", "x", "00000000-0000-0000-0000-00000000000G", "\u0000", 1, null],
};
const wellFormed: Record<string, unknown[]> = {
  text: ["", "a", "é".repeat(1_000)],
  number: [0, -5, 2 ** 31 - 1, -(2 ** 31) + 1],
  instant: ["0001-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"],
  uuid: ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
};
const write = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
/** Keys of these parts with one of them replaced by each value. */
const keysWith = (parts: string[], values: Record<string, unknown[]>) =>
  parts.flatMap((part, at) =>
    values[part].map((value) =>
      write(parts.map((each, i) => (i === at ? value : wellFormed[each][0]))),
    ),
  );

describe.each(connections)("%s", (_name, source, variablesOf, parts) => {
  const code = (more: object) => reader.codeOf(source, { ...variablesOf(scene), ...more });

  it("takes pages of 1 to 100 only", async () => {
    for (const first of [0, -1, 101, 2 ** 31 - 1, -(2 ** 31)])
      expect(await code({ first }), String(first)).toBe("BAD_USER_INPUT");
    for (const first of [1, 100, null]) expect(await code({ first }), String(first)).toBeNull();
  });

  it("refuses forged cursors, and takes those that could be", async () => {
    const forged = [
      ...keysWith(parts, forgeries),
      ...["null", "{}", "[]", '"x"', "1", ""].map((json) =>
        Buffer.from(json).toString("base64url"),
      ),
      write([...parts.map((part) => wellFormed[part][0]), 1]),
      ...oddTexts.map(([, odd]) => odd),
    ].filter((cursor) => cursor !== "");
    const accepted: string[] = [];
    for (const after of forged)
      if ((await code({ after })) !== "BAD_USER_INPUT") accepted.push(after);
    expect(accepted).toEqual([]);
    for (const after of keysWith(parts, wellFormed))
      expect(await code({ after }), after).toBeNull();
  });
});

describe("roots that take a name", () => {
  it.each(oddTexts)("answer %s as what is not there, or as wrong", async (_name, text) => {
    const found = await reader.ask(
      `query($text: String!) { network(slug: $text) { id } invitation(token: $text) { groupName } }`,
      { text },
    );
    expect(found).toEqual({ network: null, invitation: null });
    expect(await reader.codeOf(`query($id: ID!) { node(id: $id) { id } }`, { id: text })).toBe(
      "BAD_USER_INPUT",
    );
    expect(await reader.codeOf(`query($id: ID!) { nodes(ids: [$id]) { id } }`, { id: text })).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("give at most a hundred nodes, and null for types that are none", async () => {
    const NODES = `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const ids = (count: number) =>
      Array.from({ length: count }, () => globalId("Thread", crypto.randomUUID()));
    expect(await reader.codeOf(NODES, { ids: ids(101) })).toBe("BAD_USER_INPUT");
    expect(await reader.codeOf(NODES, { ids: ids(100) })).toBeNull();
    const odd = ["Nothing", "__proto__", "constructor", "toString"];
    for (const type of odd)
      expect(await reader.ask(NODES, { ids: [globalId(type, crypto.randomUUID())] })).toEqual({
        nodes: [null],
      });
  });
});

describe("live fields", () => {
  const fields: [string, (scene: Scene) => object][] = [
    [`threadUpdates(threadId: $id, after: $after)`, ({ thread }) => ({ id: thread.id })],
    [`groupUpdates(groupId: $id, after: $after)`, ({ group }) => ({ id: group.id })],
    [`networkUpdates(networkId: $id, after: $after)`, ({ group }) => ({ id: group.networkId })],
  ];
  const cursors: (readonly [string, string])[] = [
    ...oddTexts,
    ["a cursor of a list", write([1])],
    ["a key of nothing", write({})],
  ];

  it.each(fields)(
    "%s: a forged cursor is refused, or answered with where to begin",
    async (field, variablesOf) => {
      const source = `subscription($id: ID!, $after: Cursor) { ${field} { __typename } }`;
      const unexpected: string[] = [];
      for (const [name, after] of cursors)
        try {
          const live = await reader.follow(source, { ...variablesOf(scene), after });
          const { __typename } = await live.next();
          if (!["Live", "Reset"].includes(__typename)) unexpected.push(`${name}: ${__typename}`);
          await live.drop();
        } catch (error) {
          const { extensions, message } = error as {
            extensions?: { code?: string };
            message: string;
          };
          if (extensions?.code !== "BAD_USER_INPUT") unexpected.push(`${name}: ${message}`);
        }
      expect(unexpected).toEqual([]);
    },
  );

  it.each(fields)("%s: a wrong id is refused", async (field) => {
    const source = `subscription($id: ID!) { ${field.replace(", after: $after", "")} { __typename } }`;
    for (const id of [...oddTexts.map(([, odd]) => odd), scene.author.id])
      await expect(reader.follow(source, { id })).rejects.toMatchObject({
        extensions: { code: "BAD_USER_INPUT" },
      });
  });
});
