import type { ApolloCache, TypedDocumentNode } from "@apollo/client";
import { print } from "graphql";
import type { Following, Link } from "./core/link.ts";

/** The union's members that carry no log update; they are dealt with before `apply`. */
type Control = "Live" | "Heartbeat" | "Skipped" | "Reset" | "Ended";
type Answer<Data, Field extends keyof Data> = Exclude<Data[Field], { __typename?: Control }>;

export interface LiveField<Data, Variables, Field extends keyof Data & string> {
  document: TypedDocumentNode<Data, Variables>;
  field: Field;
  /** Without `after`. */
  variables: Omit<Variables, "after">;
  /** The snapshot's cursor; null or undefined waits. Left out for presence. */
  after?: string | null | undefined;
  apply: (update: Answer<Data, Field>) => void;
  /** Asks for the snapshot again and answers its cursor. */
  onReset?: () => Promise<string | null | undefined>;
  onEnded?: (reason: string) => void;
}

/** Follows one live field of the API into a cache. `latest` is asked each time: a screen's handlers change. */
export function followField<Data, Variables, Field extends keyof Data & string>(
  link: Link,
  cache: ApolloCache,
  latest: () => LiveField<Data, Variables, Field>,
): Following {
  const { document, field, variables, after } = latest();
  const definition = document.definitions.find((each) => each.kind === "OperationDefinition");
  return link.follow({
    query: print(cache.transformDocument(document)),
    operationName: definition?.name?.value,
    field,
    logged: field !== "presence",
    variables,
    after: after ?? null,
    apply(updates) {
      cache.batch({
        update() {
          for (const update of updates) latest().apply(update as Answer<Data, Field>);
        },
      });
    },
    reset: async () => latest().onReset?.(),
    ended: (reason) => latest().onEnded?.(reason),
  });
}
