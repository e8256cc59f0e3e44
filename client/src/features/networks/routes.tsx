import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

// One door to all of them: the first script of every page names each door.
const NetworkPages = lazy(() => import("./pages/NetworkPages.tsx"));

export const networkRoutes: RouteObject[] = ["", "/edit", "/set-up"].map((page) => ({
  path: `/networks/:slug${page}`,
  element: <NetworkPages />,
}));
