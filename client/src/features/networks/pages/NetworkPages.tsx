import { useLocation } from "../../../platform/router/router.tsx";
import EditNetworkPage from "./EditNetworkPage.tsx";
import NetworkPage from "./NetworkPage.tsx";
import SetUpPage from "./SetUpPage.tsx";

/** A network's own page, and those on which its managers edit it and set it up. */
export default function NetworkPages() {
  const { pathname } = useLocation();
  if (pathname.endsWith("/edit")) return <EditNetworkPage />;
  return pathname.endsWith("/set-up") ? <SetUpPage /> : <NetworkPage />;
}
