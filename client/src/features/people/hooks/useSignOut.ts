import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { graphql } from "../../../generated/gql.ts";
import { useNavigate } from "../../../platform/router/router.tsx";
import { signOutHere } from "../../../platform/session/accounts.ts";
import { setSignedIn } from "../../../platform/session/session.ts";
import { wipeTraces } from "../../../platform/session/traces.ts";
import { say } from "../../../ui/toast-list.ts";

const SigningOut = graphql(`
  fragment SigningOut on Viewer {
    person {
      id
    }
  }
`);

/** Leaves: first at the server, so that a shared phone never looks signed out while its cookie still works. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    if (await signOutHere()) {
      say(t`You could not be signed out, because Baraza could not be reached. Try again.`);
      return;
    }
    const id = client.cache.identify({ __typename: "Viewer" });
    const viewer = client.cache.readFragment({ id, fragment: SigningOut });
    setSignedIn(false);
    if (viewer) await wipeTraces(viewer.person.id);
    navigate("/sign-in", { replace: true });
    await client.clearStore();
  };
}
