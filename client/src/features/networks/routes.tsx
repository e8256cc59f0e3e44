import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const NetworkPage = lazy(() => import("./pages/NetworkPage.tsx"));

export const networkRoutes: RouteObject[] = [{ path: "/networks/:slug", element: <NetworkPage /> }];
