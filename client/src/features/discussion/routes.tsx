import type { RouteObject } from "../../platform/router/router.tsx";
import { lazy } from "react";

const ThreadPage = lazy(() => import("./pages/ThreadPage.tsx"));

export const discussionRoutes: RouteObject[] = [
  { path: "groups/:groupId/threads/:threadId", element: <ThreadPage /> },
];
