import {
  CombinedGraphQLErrors,
  type ApolloCache,
  type ApolloClient,
  type OperationVariables,
  type TypedDocumentNode,
  type Unmasked,
} from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { useState } from "react";

/** What stood in the way, in words for the person. `field` is the path of the input that can be put right. */
export interface Problem {
  message: string;
  code: string;
  field: string | null;
}

/** `done`: the payload when nothing stood in the way. `partly`: the payload beside problems, where some of it was done. */
interface Outcome<P> {
  done: P | null;
  partly: P | null;
  problems: readonly Problem[];
}

interface Payload {
  errors: readonly { code: string; message: string; field?: readonly string[] | null }[];
}

type Update<K extends string, T extends { [key in K]: Payload }, V> = (
  cache: ApolloCache,
  payload: Unmasked<T[K]>,
  variables: V,
) => void;

interface CommandOptions {
  /** The answer is not written by itself: `update` decides, where an older version may come after a newer. */
  onlyUpdate?: boolean;
}

/**
 * A mutation that never rejects: what can be put right comes back as problems, and so does a lost link.
 * `name` is the mutation's field, whose payload is answered when nothing stood in the way. `update`
 * changes what the cache does not know by itself: lists.
 */
export async function runCommand<
  K extends string,
  T extends { [key in K]: Payload },
  V extends OperationVariables,
>(
  client: ApolloClient,
  command: {
    document: TypedDocumentNode<T, V>;
    name: K;
    update?: Update<K, T, V> | undefined;
  } & CommandOptions,
  variables: V,
): Promise<Outcome<T[K]>> {
  const { document, name, update, onlyUpdate } = command;
  try {
    const { data } = await client.mutate<T, V>({
      mutation: document,
      variables,
      ...(onlyUpdate && { fetchPolicy: "no-cache" as const }),
      update: (cache, result) => {
        const payload = (result.data as T | null | undefined)?.[name];
        if (payload?.errors.length === 0) update?.(cache, payload as Unmasked<T[K]>, variables);
      },
    } as ApolloClient.MutateOptions<T, V>);
    const payload = (data as T)[name];
    if (payload.errors.length === 0) return { done: payload, partly: null, problems: [] };
    return { done: null, partly: payload, problems: payload.errors.map(asProblem) };
  } catch (error) {
    return { done: null, partly: null, problems: [unforeseen(error)] };
  }
}

/** `runCommand` for a form: with a sign that it is under way. */
export function useCommand<
  K extends string,
  T extends { [key in K]: Payload },
  V extends OperationVariables,
>(
  document: TypedDocumentNode<T, V>,
  name: K,
  update?: Update<K, T, V>,
  options: CommandOptions = {},
) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  async function run(variables: V): Promise<Outcome<T[K]>> {
    setBusy(true);
    const outcome = await runCommand(client, { document, name, update, ...options }, variables);
    setBusy(false);
    return outcome;
  }
  return { run, busy };
}

function asProblem(error: Payload["errors"][number]): Problem {
  const { code, message, field } = error;
  return { code, message, field: field?.filter((part) => part !== "input").join(".") ?? null };
}

function unforeseen(error: unknown): Problem {
  const said = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.["code"] : "OFFLINE";
  const code = typeof said === "string" ? said : "INTERNAL";
  return { code, message: inWords(code), field: null };
}

function inWords(code: string): string {
  switch (code) {
    case "OFFLINE":
      return t`Baraza could not be reached. What you wrote is still here. Try again when the link is back.`;
    case "THROTTLED":
      return t`That was a lot at once. Wait a minute, then try again.`;
    case "NOT_FOUND":
      return t`This is no longer here, or you can no longer see it.`;
    case "UNAUTHENTICATED":
      return t`You have been signed out. Sign in again to go on.`;
    default:
      return t`Something went wrong on our side. Nothing was changed. Try again in a moment.`;
  }
}
