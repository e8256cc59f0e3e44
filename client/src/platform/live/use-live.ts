import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { print } from "graphql";
import { use, useEffect, useRef } from "react";
import type { Following } from "./core/link.ts";
import { LiveContext } from "./live-context.tsx";

/** The union's members that carry no log update; they are dealt with before `apply`. */
type Control = "Live" | "Heartbeat" | "Skipped" | "Reset" | "Ended";
type Answer<Data, Field extends keyof Data> = Exclude<Data[Field], { __typename?: Control }>;

interface UseLiveOptions<Data, Variables, Field extends keyof Data & string> {
  document: TypedDocumentNode<Data, Variables>;
  field: Field;
  /** Without `after`. Other values start anew. */
  variables: Omit<Variables, "after">;
  /** The snapshot's cursor; null or undefined waits. Left out for presence. */
  after?: string | null | undefined;
  apply: (update: Answer<Data, Field>) => void;
  /** Asks for the snapshot again and answers its cursor. */
  onReset?: () => Promise<string | null | undefined>;
  onEnded?: (reason: string) => void;
  skip?: boolean;
}

/** Follows one live field for as long as the component stands. See README.md. */
export function useLive<Data, Variables, Field extends keyof Data & string>(
  options: UseLiveOptions<Data, Variables, Field>,
): void {
  const { document, field, after, skip = false } = options;
  const link = use(LiveContext);
  const client = useApolloClient();
  const latest = useRef(options);
  const following = useRef<Following | null>(null);
  const variables = JSON.stringify(options.variables);

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (!link || skip) return;
    const definition = document.definitions.find((each) => each.kind === "OperationDefinition");
    const followed = link.follow({
      query: print(client.cache.transformDocument(document)),
      operationName: definition?.name?.value,
      field,
      logged: field !== "presence",
      variables: JSON.parse(variables) as Record<string, unknown>,
      after: latest.current.after ?? null,
      apply(updates) {
        client.cache.batch({
          update() {
            for (const update of updates) latest.current.apply(update as Answer<Data, Field>);
          },
        });
      },
      reset: async () => latest.current.onReset?.(),
      ended: (reason) => latest.current.onEnded?.(reason),
    });
    following.current = followed;
    return () => {
      following.current = null;
      followed.stop();
    };
  }, [link, client, document, field, variables, skip]);

  useEffect(() => {
    following.current?.restart(after ?? null);
  }, [after]);
}
