import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { useNavigate } from "../../../platform/router/router.tsx";
import { signOutHere } from "../../../platform/session/accounts.ts";
import { setSignedIn } from "../../../platform/session/session.ts";
import { say } from "../../../ui/toast-list.ts";

/** Leaves: first at the server, so that a shared phone never looks signed out while its cookie still works. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    if (await signOutHere()) {
      say(t`You could not be signed out, because Baraza could not be reached. Try again.`);
      return;
    }
    setSignedIn(false);
    navigate("/sign-in", { replace: true });
    await client.clearStore();
  };
}
