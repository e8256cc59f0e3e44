import { useApolloClient } from "@apollo/client/react";
import { useLocation, useNavigate } from "../../../platform/router/router.tsx";
import { returnTo } from "../../../platform/session/return-to.ts";
import { setSignedIn } from "../../../platform/session/session.ts";

/** Goes in after signing in: forgets what was read as somebody else, and back to the page that was asked for. */
export function useEnter(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return async () => {
    await client.clearStore();
    setSignedIn(true);
    navigate(returnTo(search), { replace: true });
  };
}
