import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const BoardPage = lazy(() => import("./pages/BoardPage.tsx"));

export const boardRoutes: RouteObject[] = [
  { path: "/networks/:slug/board", element: <BoardPage /> },
];
