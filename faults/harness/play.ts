import type { Account } from "../actors/account.ts";
import { patiently } from "../actors/ask.ts";
import { foldDocument, groupDocument, threadDocument } from "../actors/documents.ts";
import { takeSnapshot } from "../actors/fold.ts";
import { Follower, type FollowerOptions } from "../actors/follower.ts";
import { uuidOf } from "../actors/ids.ts";
import type { Operator } from "../actors/operator.ts";
import { Writer } from "../actors/writer.ts";
import type { Invariant } from "../checker/invariants.ts";
import type { Nemesis } from "../nemesis/nemesis.ts";
import type { StageNode } from "../stage/node.ts";
import type { Stage } from "../stage/stage.ts";
import type { Thread, World } from "../stage/world.ts";
import type { History } from "./history.ts";
import { oneOf, type Random } from "./random.ts";

export interface PlayParts {
  stage: Stage;
  world: World;
  history: History;
  random: Random;
  nemesis: Nemesis;
  operator: Operator;
  speakers: readonly Account[];
  guests: readonly Account[];
  silenceMs: number;
}

/** A run while it goes on: what a scenario's steps work with. */
export class Play {
  readonly stage: Stage;
  readonly world: World;
  readonly history: History;
  readonly random: Random;
  readonly nemesis: Nemesis;
  readonly operator: Operator;
  readonly speakers: readonly Account[];
  readonly guests: readonly Account[];
  readonly followers: Follower[] = [];
  readonly writers: Writer[] = [];
  /** Counts the restores. */
  era = 0;
  /** Which nodes said last that they are ready; a load balancer knows no more. */
  ready: readonly StageNode[];
  readonly #silenceMs: number;

  constructor(parts: PlayParts) {
    this.stage = parts.stage;
    this.world = parts.world;
    this.history = parts.history;
    this.random = parts.random;
    this.nemesis = parts.nemesis;
    this.operator = parts.operator;
    this.speakers = parts.speakers;
    this.guests = parts.guests;
    this.#silenceMs = parts.silenceMs;
    this.ready = parts.stage.nodes;
  }

  /** Where readers go: any node. */
  readonly anyFront = (): string => oneOf(this.random, this.stage.nodes).frontUrl;

  /** Where requests go: any node that was ready when it was last asked. */
  readonly anyDoor = (): string =>
    oneOf(this.random, this.ready.length > 0 ? this.ready : this.stage.nodes).doorUrl;

  /** Follows a thread from where it began. */
  followThread(
    name: string,
    account: Account,
    thread: Thread,
    options: Partial<FollowerOptions> = {},
  ): Follower {
    return this.follow({
      name,
      account,
      followed: { id: thread.id, channel: thread.group.uuid, label: thread.uuid },
      document: threadDocument,
      after: thread.cursor,
      refresh: async () => (await takeSnapshot(account, this.anyDoor(), thread.id)).cursor,
      ...options,
    });
  }

  /** Follows the group of a thread from where the thread began. */
  followGroup(name: string, account: Account, { group, cursor, id }: Thread): Follower {
    return this.follow({
      name,
      account,
      followed: { id: group.id, channel: group.uuid, label: null },
      document: groupDocument,
      after: cursor,
      refresh: async () => (await takeSnapshot(account, this.anyDoor(), id)).cursor,
    });
  }

  /** Follows a thread from a snapshot of it, and folds what it hears into that. */
  async followFolding(name: string, account: Account, thread: Thread): Promise<Follower> {
    const look = async (which: "first" | "fresh") => {
      const { cursor, seq, state } = await patiently(() =>
        takeSnapshot(account, this.anyDoor(), thread.id),
      );
      this.history.add({ kind: "snapshot", at: Date.now(), follower: name, which, seq, state });
      return cursor;
    };
    const after = await look("first");
    this.#folding.push(() => look("fresh"));
    return this.followThread(name, account, thread, {
      document: foldDocument,
      after,
      refresh: () => look("first"),
    });
  }

  readonly #folding: (() => Promise<unknown>)[] = [];

  /** When all is quiet: what everybody who folds should have come to. */
  async lookAgain(): Promise<void> {
    for (const look of this.#folding) await look();
  }

  follow(
    options: Omit<FollowerOptions, "history" | "random" | "url" | "silenceMs" | "era"> &
      Partial<FollowerOptions>,
  ): Follower {
    const follower = new Follower({
      url: this.anyFront,
      silenceMs: this.#silenceMs,
      era: () => this.era,
      history: this.history,
      random: this.random,
      ...options,
    });
    this.followers.push(follower);
    return follower;
  }

  /** Somebody writes into a thread; what the same person has heard of the group counts as read. */
  write(
    name: string,
    account: Account,
    thread: Thread,
    options: { rest?: readonly [number, number]; twice?: number; url?: () => string } = {},
  ): Writer {
    const person = uuidOf(account.person.id);
    const own = this.followers.filter(
      (each) =>
        uuidOf(each.options.account.person.id) === person &&
        each.options.followed.channel === thread.group.uuid,
    );
    const writer = new Writer({
      name,
      account,
      threadId: thread.id,
      channel: thread.group.uuid,
      url: this.anyDoor,
      read: () => Math.max(0, ...own.map(({ last }) => last)),
      history: this.history,
      random: this.random,
      ...options,
    });
    this.writers.push(writer);
    return writer;
  }

  /** A figure of this scenario's own, and the most that it may be. */
  figure(invariant: Invariant, name: string, value: number, most?: number): void {
    const rounded = Math.round(value * 100) / 100;
    this.history.add({ kind: "figure", at: Date.now(), invariant, name, value: rounded, most });
  }
}
