/** What an operation may touch, as `resource:action`; `"all"` for a person's own session. */
export type Scopes = "all" | ReadonlySet<string>;

/** Who asks. `sessionId` is null for tokens that are no session. */
export interface Viewer {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly scopes: Scopes;
}

/** The least that the transports know of a context; the house adds the rest. */
export interface RequestContext {
  readonly viewer: Viewer | null;
}
