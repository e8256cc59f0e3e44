import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const DirectoryPages = lazy(() => import("./pages/DirectoryPages.tsx"));

export const directoryRoutes: RouteObject[] = ["people", "map"].map((page) => ({
  path: `/networks/:slug/${page}`,
  element: <DirectoryPages />,
}));
