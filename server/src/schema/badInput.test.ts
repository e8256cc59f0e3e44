import fc from "fast-check";
import { getNamedType, type ExecutionResult, type GraphQLInputObjectType } from "graphql";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createPresent } from "../platform/graphql/faults.ts";
import { createLog } from "../platform/log/log.ts";
import { World, type Actor } from "../testing/world.ts";
import { buildSchema } from "./schema.ts";
import { badValuesFor, oddTexts } from "./testing/badValues.ts";
import { openScene, type Scene } from "./testing/lawScene.ts";
import { mutationLaws } from "./testing/lawTable.ts";

const mutations = buildSchema().getMutationType()!.getFields();
/** Codes that tell a caller what is wrong with the request. INTERNAL is not among them. */
const ours = ["BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED"];
const present = createPresent({
  log: createLog({ level: "silent" }),
  unavailable: () => false,
  told: () => undefined,
});

let world: World;
let database: Client;
let shared: Scene;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  database = new Client(world.databaseUrl);
  await database.connect();
  await watchWrites();
  shared = await openScene(world);
}, 60_000);
afterAll(async () => {
  await database.end();
  await world.close();
});

/**
 * Keeps account of every row that is added, changed or taken away; what is rolled back counts for nothing. Positions of
 * listeners and of the tidying move by themselves.
 */
async function watchWrites(): Promise<void> {
  await database.query(`
    create schema watch;
    create table watch.written (id bigint generated always as identity primary key, name text not null);
    create function watch.note() returns trigger language plpgsql as $$
      begin insert into watch.written (name) values (tg_table_name); return null; end $$;
    do $$ declare watched regclass; begin
      for watched in select oid from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname not in ('consumer_position', 'log_keeping') loop
        execute format('create trigger noted after insert or delete on %s for each row execute function watch.note()', watched);
        execute format('create trigger noted_change after update on %s for each row
          when (old.* is distinct from new.*) execute function watch.note()', watched);
      end loop;
    end $$`);
}

/** What a network's managers do and nobody else. */
const ofNetwork =
  /(Organisations?|Programme|Wave|Relation|NetworkRole|FromNetwork)$|^placeGroup$|^(gather|plan|start|undo)(Invitations|Resending|BulkAct)$/;

/** Who may do it, so that nothing but the value stands in the way. */
function actorFor(scene: Scene, name: string): Actor {
  if (name === "editMessage" || name === "restoreMessage") return scene.author;
  const isOfNetwork = name === "createGroup" || ofNetwork.test(name);
  return isOfNetwork ? scene.actors.networkManager : scene.actors.coordinator;
}

const inputOf = (name: string) =>
  getNamedType(mutations[name].args[0].type) as GraphQLInputObjectType;
const documentOf = (name: string) =>
  `mutation($input: ${inputOf(name).name}!) { ${name}(input: $input) { errors { code message field } } }`;

async function inputFor(scene: Scene, name: string): Promise<Record<string, unknown>> {
  const { input } = (await mutationLaws[name].variables(scene)) as {
    input: Record<string, unknown>;
  };
  return input;
}

interface Told {
  /** The top-level code. */
  code: string | null;
  errors: { code: string; message: string; field: string[] | null }[];
}

function tellOf(name: string, { data, errors }: ExecutionResult): Told {
  if (errors?.[0]) {
    // Before the first field runs only variables can be wrong; the transports' gate says so by this code.
    if (!errors[0].path) return { code: "BAD_USER_INPUT", errors: [] };
    const { extensions, message } = present(errors[0]);
    const code = String(extensions?.["code"]);
    if (!ours.includes(code))
      throw new Error(`${code}: ${message}`, { cause: errors[0].originalError ?? errors[0] });
    return { code, errors: [] };
  }
  return { code: null, errors: (data as Record<string, Told>)[name].errors };
}

/** How much has been written so far. */
async function written(): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select coalesce(max(id), 0)::int as count from watch.written",
  );
  return rows[0].count;
}

it("takes note of every row that is written", async () => {
  const before = await written();
  await shared.group.thread(shared.author);
  expect(await written()).toBeGreaterThan(before);
});

describe.each(Object.keys(mutationLaws).toSorted())("%s", (name) => {
  it("answers every bad value with a typed error and writes nothing, or does what is right", async () => {
    // What is met changes who is in the group, and a person may invite only so many.
    const own = mutationLaws[name].ownScene || name === "inviteToGroup";
    const scene = own ? await openScene(world) : shared;
    const by = actorFor(scene, name);
    const fresh = () => inputFor(scene, name);
    let input = await fresh();
    await world.settle();
    let before = await written();
    const faults: string[] = [];
    for (const field of Object.values(inputOf(name).getFields()))
      for (const [what, value] of badValuesFor(field)) {
        const answer = await by.tryAsk(documentOf(name), {
          input: { ...input, [field.name]: value },
        });
        try {
          const { code, errors } = tellOf(name, answer);
          for (const error of errors) expect(error.message).toMatch(/^[A-Z].{10,300}$/s);
          if (code || errors.length > 0) {
            // Nothing ran where the variables were wrong.
            if (answer.errors?.[0]?.path ?? !answer.errors)
              expect(await written(), "nothing is written").toBe(before);
            continue;
          }
        } catch (error) {
          faults.push(`${field.name} = ${what}: ${String(error)}`);
        }
        input = await fresh();
        await world.settle();
        before = await written();
      }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe("texts thrown at random", () => {
  const textFields = Object.keys(mutationLaws).flatMap((name) =>
    Object.values(inputOf(name).getFields())
      .filter(({ type }) => ["String", "ID"].includes(getNamedType(type).name))
      .map((field) => ({ name, field })),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((at) => String.fromCharCode(at)) }),
    fc.base64String(),
    fc.uuid(),
    fc.constantFrom(...oddTexts.map(([, odd]) => odd)),
  );

  it("never meet an error that is not ours", async () => {
    const inputs = new Map<string, Record<string, unknown>>();
    const scene = await openScene(world);
    for (const name of Object.keys(mutationLaws)) inputs.set(name, await inputFor(scene, name));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...textFields), text, async ({ name, field }, value) => {
        const isList = String(field.type).startsWith("[");
        const input = { ...inputs.get(name), [field.name]: isList ? [value] : value };
        const answer = await actorFor(scene, name).tryAsk(documentOf(name), { input });
        expect(tellOf(name, answer)).toBeDefined();
      }),
      { numRuns: 500, seed: 20261121, endOnFailure: true },
    );
  }, 120_000);
});
