import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const DirectoryPage = lazy(() => import("./pages/DirectoryPage.tsx"));
const MapPage = lazy(() => import("./pages/MapPage.tsx"));

export const directoryRoutes: RouteObject[] = [
  { path: "/networks/:slug/people", element: <DirectoryPage /> },
  { path: "/networks/:slug/map", element: <MapPage /> },
];
