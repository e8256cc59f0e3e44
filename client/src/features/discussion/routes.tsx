import type { RouteObject } from "react-router";
import { lazy } from "react";

const ThreadPage = lazy(() => import("./pages/ThreadPage.tsx"));

export const discussionRoutes: RouteObject[] = [
  { path: "groups/:groupId/threads/:threadId", element: <ThreadPage /> },
];
