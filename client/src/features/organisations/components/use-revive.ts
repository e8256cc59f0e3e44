import type { InMemoryCache } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../generated/gql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";
import { forgetPredecessors } from "../live/forget-predecessors.ts";
import { say } from "../../../ui/toast-list.ts";

const ReviveOrganisation = graphql(`
  mutation ReviveOrganisation($input: ReviveOrganisationInput!) {
    reviveOrganisation(input: $input) {
      organisation {
        id
        ...OrganisationFacts
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Takes a merger or closing back; what stands in the way is said in passing. */
export function useRevive(): (id: string) => Promise<void> {
  const client = useApolloClient();
  return async (id) => {
    const command = { document: ReviveOrganisation, name: "reviveOrganisation" as const };
    const { problems } = await runCommand(client, command, { input: { organisationId: id } });
    for (const { message } of problems) say(message);
    if (problems.length === 0) forgetPredecessors(client.cache as InMemoryCache);
  };
}
