import { lazy } from "react";
import type { RouteObject } from "react-router";

const NetworkPage = lazy(() => import("./pages/NetworkPage.tsx"));

export const networkRoutes: RouteObject[] = [{ path: "/networks/:slug", element: <NetworkPage /> }];
