import type { Database, Db } from "../platform/database/database.ts";
import type { Accounts } from "../platform/auth/accounts.ts";
import type { BlobStore } from "../platform/files/blobs.ts";
import { unauthenticated } from "../platform/graphql/errors.ts";
import {
  isMany,
  touchViewer,
  type Audience,
  type RequestContext,
  type Scopes,
  type Viewer,
} from "../platform/graphql/context.ts";
import type { Config } from "../platform/config/config.ts";
import type { Log } from "../platform/log/log.ts";
import type { LiveDelivery } from "../live/live.ts";
import type { Presence } from "../live/presence.ts";
import { CommonSet, LoaderSet, type BatchRead, type CommonRead } from "./loaderSet.ts";

/** What lives as long as the node and every room may use. */
export interface House {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
  readonly accounts: Accounts;
  readonly blobs: BlobStore;
  readonly live: LiveDelivery;
  readonly presence: Presence;
}

/** One operation's view of the house: who asks, and loaders that are fresh for it. */
export class Context implements RequestContext {
  readonly house: House;
  /** What the viewer may touch; null for a stranger. */
  readonly scopes: Scopes | null;
  readonly #viewer: Viewer | null;
  readonly #forMany: boolean;
  #loaders: LoaderSet<Context> | null = null;
  #common: CommonSet<House>;

  /** @param beside another context of the same moment, with which it shares what is the same for everybody. */
  constructor(house: House, audience: Audience, beside?: Context) {
    this.house = house;
    this.#forMany = isMany(audience);
    this.#viewer = isMany(audience) ? null : audience;
    this.scopes = isMany(audience) ? audience.sharedBy : (audience?.scopes ?? null);
    this.#common = beside ? beside.#common : new CommonSet(house);
  }

  /** Who asks. What touches it cannot be shared: an answer for many is made once more, for each of them. */
  get viewer(): Viewer | null {
    return this.#forMany ? touchViewer(this) : this.#viewer;
  }

  /** The viewer's id for a read that answers about everybody and, beside it, about the viewer; null when many ask. */
  get viewerIdOrNobody(): string | null {
    return this.#viewer?.personId ?? null;
  }

  get db(): Db {
    return this.house.database.db;
  }

  get live(): LiveDelivery {
    return this.house.live;
  }

  /** The viewer's person id; throws UNAUTHENTICATED for a stranger. */
  get personId(): string {
    if (!this.viewer) throw unauthenticated();
    return this.viewer.personId;
  }

  /** Loads by key, batched with all loads of the same tick and kept until `renew`. */
  load<Key, Value>(loader: BatchRead<Context, Key, Value>, key: Key): Promise<Value>;
  load<Value>(loader: CommonRead<House, Value>, key: string): Promise<Value>;
  load<Key, Value>(
    loader: BatchRead<Context, Key, Value> | CommonRead<House, Value>,
    key: Key & string,
  ): Promise<Value> {
    if ("readCommon" in loader) return this.#common.load(loader, key);
    this.#loaders ??= new LoaderSet(this);
    return this.#loaders.load(loader, key);
  }

  /** Forgets what was loaded: after a write, and before each batch of live updates. */
  renew(): void {
    this.#loaders = null;
    this.#common = new CommonSet(this.house);
  }
}
