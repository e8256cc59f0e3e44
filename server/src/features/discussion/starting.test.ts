import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

let world: World;
let group: TestGroup;
let ada: Actor;
let guide: Actor;
let moderator: Actor;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  ada = await group.admit();
  guide = await group.admit("COORDINATOR");
  moderator = await group.admitAs("MODERATOR");
});
afterAll(() => world.close());

describe("who may begin what", () => {
  const start = (kind: string, more: object = {}) => ({
    groupId: group.id,
    title: "A thread",
    kind,
    body: "Words",
    clientKey: crypto.randomUUID(),
    ...more,
  });

  it("lets members begin discussions and questions, and who leads announce, as the screen says", async () => {
    for (const by of [ada, guide, moderator, group.manager]) {
      expect(await by.refusalOf("startThread", start("DISCUSSION"))).toBeNull();
      expect(await by.refusalOf("startThread", start("QUESTION"))).toBeNull();
      const { node } = await by.ask(
        `query($id: ID!) { node(id: $id) { ... on Group { viewerCan } } }`,
        { id: group.id },
      );
      const announced = await by.refusalOf("startThread", start("ANNOUNCEMENT"));
      expect(announced).toBe(node.viewerCan.includes("ANNOUNCE") ? null : "FORBIDDEN kind");
    }
    expect(await ada.refusalOf("startThread", start("ANNOUNCEMENT"))).toBe("FORBIDDEN kind");
    expect(await guide.refusalOf("startThread", start("ANNOUNCEMENT"))).toBeNull();
  });

  it("asks only announcements to be acknowledged", async () => {
    const input = start("DISCUSSION", { askAcknowledgement: true });
    expect(await guide.refusalOf("startThread", input)).toBe("INVALID_INPUT askAcknowledgement");
  });

  it("lets everybody announce in the coordinators' group, since each leads another", async () => {
    const { viewer } = await guide.ask("{ viewer { groups { nodes { id kind viewerCan } } } }");
    const [own] = viewer.groups.nodes.filter(
      ({ kind }: { kind: string }) => kind === "COORDINATORS",
    );
    expect(own.viewerCan).toContain("ANNOUNCE");
    const input = start("ANNOUNCEMENT", { groupId: own.id });
    expect(await guide.refusalOf("startThread", input)).toBeNull();
    expect(await ada.refusalOf("startThread", start("DISCUSSION", { groupId: own.id }))).toBe(
      "NOT_FOUND",
    );
  });
});
