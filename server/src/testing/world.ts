import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { execute, parse, validate, type DocumentNode, type ExecutionResult } from "graphql";
import { Context, type House } from "../house/context.ts";
import { globalId } from "../platform/graphql/ids.ts";
import { createLog } from "../platform/log/log.ts";
import type { Config } from "../platform/config/config.ts";
import type { Scopes, Viewer } from "../platform/graphql/context.ts";
import { buildSchema } from "../schema/schema.ts";
import { openHouse, type OpenHouse } from "../openHouse.ts";
import { answering } from "./answering.ts";
import { cloneDatabase } from "./database.ts";
import { LiveClient } from "./liveClient.ts";

/** What every test node is told, unless it says otherwise. */
export const testConfig: Config = {
  port: 0,
  host: "127.0.0.1",
  dataDir: "unused",
  databaseUrl: null,
  redisUrl: null,
  publicUrl: "http://localhost:4000",
  demo: false,
  smtpUrl: null,
  mailFrom: "Baraza <no-reply@baraza.example>",
  secret: "a secret for tests, 32 characters or more",
  trustProxy: 0,
  logLevel: "silent",
  heartbeatMs: 25_000,
  metricsToken: null,
  databaseReplicaUrl: null,
  logKeptDays: 14,
  upgradesPerSecond: 300,
};

/** An answer as it came. */
export type Data = Record<string, any>;

const documents = new Map<string, DocumentNode>();

/** Tests ask the same many times: each text is read and checked once. */
function documentOf(source: string): DocumentNode {
  const known = documents.get(source);
  if (known) return known;
  const document = parse(source);
  const [fault] = validate(buildSchema(), document);
  if (fault) throw fault;
  documents.set(source, document);
  return document;
}

/** One person (or a stranger) who asks in process, with the rules of every transport behind them. */
export class Actor {
  readonly #house: House;
  readonly viewer: Viewer | null;

  constructor(house: House, viewer: Viewer | null) {
    this.#house = house;
    this.viewer = viewer;
  }

  get personId(): string {
    return this.viewer?.personId ?? "";
  }

  /** The opaque id. */
  get id(): string {
    return globalId("Person", this.personId);
  }

  /** The same person through an app with these scopes. */
  withScopes(scopes: Scopes): Actor {
    return new Actor(this.#house, this.viewer && { ...this.viewer, scopes });
  }

  /** Asks and gets data; throws at the first error. */
  async ask(source: string, variables: Data = {}): Promise<Data> {
    const { data, errors } = await this.tryAsk(source, variables);
    if (errors?.[0]) throw errors[0];
    return data as Data;
  }

  /** Does one mutation and gives its payload; what it refuses stands in `errors`. Throws a top-level error. */
  async act(mutation: string, input: Data, selection = ""): Promise<Data> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const data = await this.ask(
      `mutation($input: ${type}) { ${mutation}(input: $input) { ${selection} errors { __typename code message field } } }`,
      { input },
    );
    return data[mutation] as Data;
  }

  /** How a mutation is refused: the payload's code with its field, a top-level code, or null when it is not. */
  async refusalOf(mutation: string, input: Data): Promise<string | null> {
    try {
      const [refusal] = (await this.act(mutation, input))["errors"];
      return refusal ? [refusal.code, ...(refusal.field ?? [])].join(" ") : null;
    } catch (error) {
      const { code } = (error as { extensions?: { code?: string } }).extensions ?? {};
      if (!code) throw error;
      return code;
    }
  }

  /** Asks and gets whatever the answer is; throws when the document is none of this schema's. */
  async tryAsk(source: string, variables: Data = {}): Promise<ExecutionResult> {
    return execute({
      schema: buildSchema(),
      document: documentOf(source),
      variableValues: variables,
      contextValue: new Context(this.#house, this.viewer),
    });
  }

  /** The `extensions.code` of the first top-level error, or null. */
  async codeOf(source: string, variables: Data = {}): Promise<string | null> {
    const { errors } = await this.tryAsk(source, variables);
    return errors?.[0] ? (errors[0].extensions["code"] as string) : null;
  }

  /** Follows a live field; throws when it is refused. */
  async follow(source: string, variables: Data = {}): Promise<LiveClient> {
    const scopes = this.viewer?.scopes ?? "all";
    const stream = await answering(
      { schema: buildSchema(), document: parse(source), variableValues: variables },
      (shared) => new Context(this.#house, shared ? { sharedBy: scopes } : this.viewer),
    );
    return new LiveClient(stream, (after) => this.follow(source, { ...variables, after }));
  }
}

/** A house of its own for one test file, on a real database; with Redis when a url is given. */
export class World {
  readonly house: OpenHouse;
  readonly databaseUrl: string;
  readonly #drop: () => Promise<void>;
  #count = 0;

  private constructor(house: OpenHouse, databaseUrl: string, drop: () => Promise<void>) {
    this.house = house;
    this.databaseUrl = databaseUrl;
    this.#drop = drop;
  }

  static async open(postgresUrl: string, config: Partial<Config> = {}): Promise<World> {
    const { url, drop } = await cloneDatabase(postgresUrl);
    const log = createLog({ level: "error" });
    const options = { config: { ...testConfig, ...config }, log, databaseUrl: url };
    return new World(await openHouse(options), url, drop);
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.#drop();
  }

  get stranger(): Actor {
    return new Actor(this.house, null);
  }

  /** A new person with an account; nobody knows them yet. */
  async person(name = "Somebody"): Promise<Actor> {
    this.#count += 1;
    const { id } = await this.house.accounts.createAccount({
      name: `${name} ${this.#count}`,
      email: `${randomUUID()}@people.example`,
      passwordHash: "none",
      verified: true,
    });
    return new Actor(this.house, { personId: id, sessionId: null, scopes: "all" });
  }

  /** A network with a manager of its own. */
  async network(): Promise<{ id: string; slug: string; manager: Actor }> {
    const manager = await this.person("Manager");
    const slug = `net-${randomUUID().slice(0, 8)}`;
    const { createNetwork } = await manager.ask(
      `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { network { id } errors { code message } } }`,
      { input: { slug, name: "A network" } },
    );
    return { id: createNetwork.network.id, slug, manager };
  }

  /** A cohort in a network of its own; the manager made it and stands in it as MANAGER. */
  async group(kind = "COHORT"): Promise<TestGroup> {
    const network = await this.network();
    const { createGroup } = await network.manager.ask(
      `mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { code message } } }`,
      { input: { networkId: network.id, name: "A group", kind, country: "ZM" } },
    );
    return new TestGroup(this, {
      id: createGroup.group.id,
      networkId: network.id,
      manager: network.manager,
    });
  }

  /** Everything that listeners still have to do is done. */
  async settle(): Promise<void> {
    const until = Date.now() + 10_000;
    while ((await this.house.consumers.drain()) > 0) {
      if (Date.now() > until) throw new Error("the listeners do not come to an end");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** A group with helpers that fill what a test does not care about. */
export class TestGroup {
  readonly world: World;
  readonly id: string;
  readonly networkId: string;
  readonly manager: Actor;

  constructor(world: World, group: { id: string; networkId: string; manager: Actor }) {
    this.world = world;
    this.id = group.id;
    this.networkId = group.networkId;
    this.manager = group.manager;
  }

  /** A new person who came in by an invitation. */
  async admit(role: "MEMBER" | "COORDINATOR" = "MEMBER", person?: Actor): Promise<Actor> {
    const actor = person ?? (await this.world.person(role === "MEMBER" ? "Member" : "Coordinator"));
    const { acceptInvitation } = await actor.ask(
      `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { membership { role } errors { code message } } }`,
      { input: { token: await this.invite(role) } },
    );
    if (acceptInvitation.errors[0]) throw new Error(acceptInvitation.errors[0].message);
    return actor;
  }

  /** A token that lets one person in. */
  async invite(role: "MEMBER" | "COORDINATOR" = "MEMBER"): Promise<string> {
    const { inviteToGroup } = await this.manager.ask(
      `mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) { invitations { token } errors { code message } } }`,
      { input: { groupId: this.id, role, emails: [`${randomUUID()}@people.example`] } },
    );
    if (inviteToGroup.errors[0]) throw new Error(inviteToGroup.errors[0].message);
    return inviteToGroup.invitations[0].token;
  }

  /** A new member who was made something else. */
  async admitAs(role: "MANAGER" | "MODERATOR"): Promise<Actor> {
    const actor = await this.admit();
    const { errors } = await this.manager.act("changeRole", {
      groupId: this.id,
      personId: actor.id,
      role,
    });
    if (errors[0]) throw new Error(errors[0].message);
    return actor;
  }

  async remove(person: Actor): Promise<void> {
    const { removeMember } = await this.manager.ask(
      `mutation($input: RemoveMemberInput!) { removeMember(input: $input) { errors { code message } } }`,
      { input: { groupId: this.id, personId: person.id } },
    );
    if (removeMember.errors[0]) throw new Error(removeMember.errors[0].message);
  }

  /** Begins a thread with one message. */
  async thread(
    by: Actor,
    input: Data = {},
  ): Promise<{ id: string; messageId: string; cursor: string }> {
    const { startThread } = await by.ask(
      `mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id } message { id } cursor errors { code message } } }`,
      {
        input: {
          groupId: this.id,
          title: "A thread",
          kind: "DISCUSSION",
          body: "The first message",
          clientKey: randomUUID(),
          ...input,
        },
      },
    );
    if (startThread.errors[0]) throw new Error(startThread.errors[0].message);
    return {
      id: startThread.thread.id,
      messageId: startThread.message.id,
      cursor: startThread.cursor,
    };
  }
}

/** Sends a message and gives what the acknowledgement says. */
export async function send(
  by: Actor,
  threadId: string,
  body: string,
  input: Data = {},
): Promise<Data> {
  const { sendMessage } = await by.ask(
    `mutation($input: SendMessageInput!) { sendMessage(input: $input) {
      message { id seq body version author { id } } cursor errors { code message } } }`,
    { input: { threadId, body, clientKey: randomUUID(), ...input } },
  );
  return sendMessage;
}
