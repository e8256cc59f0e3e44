import type { ApolloClient } from "@apollo/client";
import type { Role } from "../../../generated/graphql.ts";

/** A list as it was given, with what is meant where a line says nothing. */
export interface GivenList {
  networkId: string;
  text: string;
  groupId: string;
  role: Role;
  note: string;
}

let kept: GivenList | null = null;

/** Keeps a list while it is looked at, so that who comes back to put it right finds it. Signing out forgets it. */
export function keepList(client: ApolloClient, list: GivenList): void {
  kept = list;
  client.onClearStore(async () => forgetList());
}

export const keptList = (networkId: string): GivenList =>
  kept?.networkId === networkId
    ? kept
    : { networkId, text: "", groupId: "", role: "MEMBER", note: "" };

export function forgetList(): void {
  kept = null;
}
