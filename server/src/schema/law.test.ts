import type { GraphQLField, GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { globalId } from "../platform/graphql/ids.ts";
import { World, type Actor } from "../testing/world.ts";
import { buildSchema, rootRules } from "./schema.ts";
import {
  actorNames,
  newApplication,
  newBulkAct,
  newWaitingPlace,
  openScene,
  withRandomIds,
  type Scene,
} from "./testing/lawScene.ts";
import {
  mutationLaws,
  queryLaws,
  subscriptionLaws,
  type LawRow,
  type Outcome,
} from "./testing/lawTable.ts";

const schema = buildSchema();
const laws = { query: queryLaws, mutation: mutationLaws, subscription: subscriptionLaws };
const roots = {
  query: schema.getQueryType()!,
  mutation: schema.getMutationType()!,
  subscription: schema.getSubscriptionType()!,
};
type Operation = keyof typeof roots;

let world: World;
let shared: Scene;
/** Of people whom nobody asks as. */
let asked: { applicationId: string; waitingPlaceId: string; bulkActId: string };
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  shared = await openScene(world);
  asked = {
    applicationId: await newApplication(shared),
    waitingPlaceId: await newWaitingPlace(shared),
    bulkActId: await newBulkAct(shared),
  };
  // Others come into the group still.
  await shared.actors.networkManager.act("editGroup", {
    groupId: shared.group.id,
    memberCapacity: 100,
  });
}, 60_000);
afterAll(() => world.close());

/** The field with all its arguments as variables. */
function documentOf(operation: Operation, field: GraphQLField<unknown, unknown>, row: LawRow) {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const within = (list: string) => (list ? `(${list})` : "");
  return `${operation}${within(declared)} { ${field.name}${within(passed)} { ${row.selection ?? "errors { code }"} } }`;
}

interface Answer {
  outcome: Outcome;
  /** The whole error, without the place in the document, which is the same for all. */
  error: string | null;
}

const refusal = (error: { message: string; extensions?: object; path?: unknown }): Answer => {
  const { message, extensions, path } = error;
  const { code } = (extensions ?? {}) as { code?: Outcome };
  if (!code) throw new Error(`an error without a code: ${message}`);
  return { outcome: code, error: JSON.stringify({ message, extensions, path }) };
};

async function ask(
  actor: Actor,
  operation: Operation,
  { document, variables }: { document: string; variables: object },
): Promise<Answer> {
  if (operation === "subscription") return follow(actor, { document, variables });
  const { data, errors } = await actor.tryAsk(document, { ...variables });
  if (errors?.[0]) return refusal(errors[0]);
  const [value] = Object.values(data ?? {});
  const got = Array.isArray(value) ? value[0] : value;
  if (got === null) return { outcome: "null", error: JSON.stringify(data) };
  const [refused] = (got as { errors?: { code: string }[] }).errors ?? [];
  return { outcome: refused ? `refused ${refused.code}` : "ok", error: null };
}

async function follow(
  actor: Actor,
  { document, variables }: { document: string; variables: object },
): Promise<Answer> {
  try {
    const live = await actor.follow(document, { ...variables });
    await live.next();
    await live.drop();
    return { outcome: "ok", error: null };
  } catch (error) {
    return refusal(error as Error);
  }
}

describe.each(Object.keys(roots) as Operation[])("every %s", (operation) => {
  const fields = roots[operation].getFields();

  it("has a row in the table, and no row is without a field", () => {
    expect(Object.keys(laws[operation]).toSorted()).toEqual(Object.keys(fields).toSorted());
  });

  it.each(Object.entries(laws[operation]))(
    "%s answers each actor as the table says",
    async (name, row) => {
      const scene = row.ownScene ? await openScene(world) : shared;
      const document = documentOf(operation, fields[name], row);
      const got: Record<string, Outcome> = {};
      for (const who of actorNames) {
        const actor = scene.actors[who];
        const variables = await row.variables(scene);
        const answer = await ask(actor, operation, { document, variables });
        got[who] = answer.outcome;
        if (answer.outcome !== "NOT_FOUND") continue;
        const nowhere = await ask(actor, operation, {
          document,
          variables: withRandomIds(variables),
        });
        expect(nowhere, `${who}: what is denied and what is not there`).toEqual(answer);
      }
      expect(got).toEqual(row.cells);

      const granted = scene.actors.member.withScopes(new Set([rootRules[name].scope]));
      if (row.ownScene) return;
      const variables = await row.variables(scene);
      const answer = await ask(granted, operation, { document, variables });
      expect(answer.outcome, "an app with the scope acts as its person").toBe(row.cells.member);
    },
    60_000,
  );
});

describe("node(id)", () => {
  const seenBy = {
    wholeNetwork: ["neighbour", "member", "removed", "coordinator", "moderator", "networkManager"],
    members: ["member", "coordinator", "moderator"],
    membersAndManager: ["member", "coordinator", "moderator", "networkManager"],
    inviters: ["coordinator", "networkManager"],
  };
  const nodes: Record<string, [(scene: Scene) => string, string[]]> = {
    Person: [({ author }) => author.id, seenBy.wholeNetwork],
    Post: [({ postId }) => postId, seenBy.wholeNetwork],
    Network: [({ group }) => group.networkId, seenBy.wholeNetwork],
    Organisation: [({ organisation }) => organisation.id, seenBy.wholeNetwork],
    Programme: [({ programme }) => programme.id, seenBy.wholeNetwork],
    Wave: [({ wave }) => wave.id, seenBy.wholeNetwork],
    ProgrammeRelation: [({ relation }) => relation.id, seenBy.wholeNetwork],
    Group: [({ group }) => group.id, seenBy.wholeNetwork],
    Membership: [({ membershipId }) => membershipId, seenBy.membersAndManager],
    Invitation: [({ invitation }) => invitation.id, seenBy.inviters],
    Application: [() => asked.applicationId, seenBy.inviters],
    WaitingPlace: [() => asked.waitingPlaceId, seenBy.inviters],
    BulkAct: [() => asked.bulkActId, ["networkManager"]],
    Thread: [({ thread }) => thread.id, seenBy.members],
    Message: [({ thread }) => thread.messageId, seenBy.members],
  };
  const NODE = "query($id: ID!) { node(id: $id) { __typename id } }";
  const nodeInterface = schema.getType("Node");
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      "getInterfaces" in type &&
      type.getInterfaces().some((each) => each === nodeInterface) &&
      "isTypeOf" in type,
  );

  it("has a row for every Node", () => {
    expect(Object.keys(nodes).toSorted()).toEqual(types.map(({ name }) => name).toSorted());
  });

  async function seers(id: string): Promise<string[]> {
    const seen: string[] = [];
    for (const who of actorNames) {
      const { data, errors } = await shared.actors[who].tryAsk(NODE, { id });
      if (data?.["node"]) seen.push(who);
      else if (who === "anonymous") expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
      else if (who === "appWithoutScope") expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
      else expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined });
    }
    return seen;
  }

  it.each(Object.entries(nodes))("shows a %s to these and to nobody else", async (type, row) => {
    const [idOf, expected] = row;
    expect(await seers(idOf(shared))).toEqual(expected);
    expect(await seers(globalId(type, crypto.randomUUID()))).toEqual([]);
  });

  it("shows a place in a network to the network", async () => {
    expect(await seers(shared.networkMembershipId)).toEqual(seenBy.wholeNetwork);
  });
});
