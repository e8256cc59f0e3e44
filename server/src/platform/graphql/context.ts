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
  /** Throws in a context that stands for many viewers. */
  readonly viewer: Viewer | null;
}

/** For whom a context is made: one viewer, a stranger, or all viewers who may touch the same. */
export type Audience = Viewer | null | Many;

/** All viewers who may touch these. */
export interface Many {
  readonly sharedBy: Scopes;
}

export const isMany = (audience: Audience): audience is Many =>
  audience !== null && "sharedBy" in audience;

/** An answer for many was about to depend on one of them. */
class ViewerTouched extends Error {
  constructor() {
    super("an answer that is shared asked who the viewer is");
  }
}

/** Contexts in which somebody asked for the viewer though there is none: whatever they made is not for all. */
const touched = new WeakSet<object>();

/** For the `viewer` of a shared context: notes that it was asked for, also when the error is caught on the way. */
export function touchViewer(context: object): never {
  touched.add(context);
  throw new ViewerTouched();
}

export const wasTouched = (context: object): boolean => touched.has(context);

/** Equal for viewers who may touch the same. */
export const scopesKey = (scopes: Scopes): string =>
  scopes === "all" ? "all" : [...scopes].sort().join(" ");
