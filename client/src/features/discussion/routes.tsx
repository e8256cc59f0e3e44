import type { RouteObject } from "../../platform/router/router.tsx";
import { lazy } from "react";

const AnnouncePage = lazy(() => import("./pages/AnnouncePage.tsx"));
const ThreadPage = lazy(() => import("./pages/ThreadPage.tsx"));

export const discussionRoutes: RouteObject[] = [
  { path: "/announce", element: <AnnouncePage /> },
  { path: "groups/:groupId/threads/:threadId", element: <ThreadPage /> },
];
