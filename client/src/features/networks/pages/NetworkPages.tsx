import { useMatch } from "../../../platform/router/router.tsx";
import EditNetworkPage from "./EditNetworkPage.tsx";
import NetworkPage from "./NetworkPage.tsx";

/** A network's own page, and the one on which its managers edit it. */
export default function NetworkPages() {
  return useMatch("/networks/:slug/edit") ? <EditNetworkPage /> : <NetworkPage />;
}
