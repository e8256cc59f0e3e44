import { useApolloClient } from "@apollo/client/react";
import { use, useEffect, useRef } from "react";
import type { Following } from "./core/link.ts";
import { followField } from "./follow-field.ts";
import type { LiveField } from "./follow-field.ts";
import { LiveContext } from "./live-context.tsx";

interface UseLiveOptions<Data, Variables, Field extends keyof Data & string> extends LiveField<
  Data,
  Variables,
  Field
> {
  skip?: boolean;
}

/** Follows one live field for as long as the component stands; other variables start anew. See README.md. */
export function useLive<Data, Variables, Field extends keyof Data & string>(
  options: UseLiveOptions<Data, Variables, Field>,
): void {
  const { document, field, after, skip = false } = options;
  const link = use(LiveContext);
  const { cache } = useApolloClient();
  const latest = useRef(options);
  const following = useRef<Following | null>(null);
  const variables = JSON.stringify(options.variables);

  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (!link || skip) return;
    const followed = followField(link, cache, () => latest.current);
    following.current = followed;
    return () => {
      following.current = null;
      followed.stop();
    };
  }, [link, cache, document, field, variables, skip]);

  useEffect(() => {
    following.current?.restart(after ?? null);
  }, [after]);
}
