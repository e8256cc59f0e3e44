import { randomUUID } from "node:crypto";
import { WirePerson } from "../../server/src/testing/wire.ts";
import { Account } from "../actors/account.ts";
import { ask, patiently } from "../actors/ask.ts";
import type { mutations } from "../actors/documents.ts";
import { uuidOf } from "../actors/ids.ts";
import type { History } from "../harness/history.ts";

export interface Thread {
  id: string;
  uuid: string;
  /** Where its live field stood when it was made. */
  cursor: string;
  group: Group;
}

export interface Group {
  id: string;
  /** Also the channel's. */
  uuid: string;
  threads: Thread[];
}

/** A network with groups, threads and people, made through the API as people make it. */
export class World {
  readonly url: string;
  readonly manager: Account;
  /** Who may invite besides the manager: one person issues at most 300 invitations a day. */
  readonly hosts: Account[] = [];
  readonly groups: Group[] = [];
  readonly #networkId: string;
  readonly #history: History;

  private constructor(
    url: string,
    { manager, networkId, history }: { manager: Account; networkId: string; history: History },
  ) {
    this.url = url;
    this.manager = manager;
    this.#networkId = networkId;
    this.#history = history;
  }

  static async make(url: string, history: History): Promise<World> {
    const manager = new Account(
      "manager",
      await patiently(() => WirePerson.signUp(url, "Manager")),
    );
    const { network } = await patiently(() =>
      ask(manager.person, url, "createNetwork", {
        slug: `net-${randomUUID().slice(0, 8)}`,
        name: "A network",
      }),
    );
    return new World(url, { manager, networkId: network.id, history });
  }

  async addGroup(name: string): Promise<Group> {
    const input = { networkId: this.#networkId, name, kind: "COMMUNITY" };
    const { group } = await this.#ask(this.manager, "createGroup", input);
    const made: Group = { id: group.id, uuid: uuidOf(group.id), threads: [] };
    this.groups.push(made);
    return made;
  }

  async addThread(group: Group, title: string): Promise<Thread> {
    const [key, body] = [randomUUID(), `The first of ${title}.`];
    const told = { writer: `manager ${key}`, n: 1 };
    this.#history.add({
      kind: "sent",
      at: Date.now(),
      ...told,
      person: uuidOf(this.manager.person.id),
      channel: group.uuid,
      key,
      body,
      read: 0,
    });
    const { thread, message, cursor } = await this.#ask(this.manager, "startThread", {
      groupId: group.id,
      title,
      kind: "DISCUSSION",
      body,
      clientKey: key,
    });
    const messageId = uuidOf(message.id);
    this.#history.add({ kind: "acked", at: Date.now(), ...told, messageId, tries: 1 });
    const made: Thread = { id: thread.id, uuid: uuidOf(thread.id), cursor, group };
    group.threads.push(made);
    return made;
  }

  /** Signs somebody up and lets them into all groups that there are. */
  async addPerson(name: string): Promise<Account> {
    const account = new Account(name, await this.#signUp(name));
    for (const group of this.groups) {
      const token = await patiently(() => this.invite(this.manager, group, this.url));
      await this.#ask(account, "acceptInvitation", { token });
    }
    return account;
  }

  /** Many people in one group, by a link. */
  async addCrowd(count: number, group: Group): Promise<Account[]> {
    const { invitation } = await this.#ask(this.manager, "createInvitationLink", {
      groupId: group.id,
      role: "MEMBER",
      maxUses: count,
    });
    const { token } = invitation;
    const crowd: Account[] = [];
    const fill = async () => {
      for (let n = crowd.length; n < count; n = crowd.length) {
        const account = new Account(`one of many ${n + 1}`, await this.#signUp("One of many"));
        if (crowd.length >= count) return;
        crowd.push(account);
        await this.#ask(account, "acceptInvitation", { token });
      }
    };
    await Promise.all(Array.from({ length: 8 }, fill));
    return crowd;
  }

  /** Somebody who may invite into every group. */
  async addHost(name: string): Promise<void> {
    const host = await this.addPerson(name);
    for (const { id: groupId } of this.groups)
      await this.#ask(this.manager, "changeRole", {
        groupId,
        personId: host.person.id,
        role: "MANAGER",
      });
    this.hosts.push(host);
  }

  #signUp(name: string): Promise<WirePerson> {
    return patiently(() => WirePerson.signUp(this.url, name));
  }

  #ask(by: Account, name: keyof typeof mutations, input: object) {
    return patiently(() => ask(by.person, this.url, name, input));
  }

  /** A token that lets one person in. */
  async invite(host: Account, group: Group, url: string): Promise<string> {
    const { invitations } = await ask(host.person, url, "inviteToGroup", {
      groupId: group.id,
      role: "MEMBER",
      emails: [`${randomUUID()}@people.example`],
    });
    return invitations[0].token as string;
  }
}
