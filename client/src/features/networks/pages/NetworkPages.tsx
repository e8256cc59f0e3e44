import { lazy } from "react";
import { useLocation } from "../../../platform/router/router.tsx";
import NetworkPage from "./NetworkPage.tsx";

// For managers, and seldom: what they are made of is not for everybody who opens a network.
const EditNetworkPage = lazy(() => import("./EditNetworkPage.tsx"));
const SetUpPage = lazy(() => import("./SetUpPage.tsx"));

/** A network's own page, and those on which its managers edit it and set it up. */
export default function NetworkPages() {
  const { pathname } = useLocation();
  if (pathname.endsWith("/edit")) return <EditNetworkPage />;
  return pathname.endsWith("/set-up") ? <SetUpPage /> : <NetworkPage />;
}
