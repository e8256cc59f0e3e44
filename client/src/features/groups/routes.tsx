import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const JoinPage = lazy(() => import("./pages/JoinPage.tsx"));
const GroupsPage = lazy(() => import("./pages/GroupsPage.tsx"));
const GroupThreadsPage = lazy(() => import("./pages/GroupThreadsPage.tsx"));
const GroupMembersPage = lazy(() => import("./pages/GroupMembersPage.tsx"));
const GroupAboutPage = lazy(() => import("./pages/GroupAboutPage.tsx"));
const GroupCompactPage = lazy(() => import("./pages/GroupCompactPage.tsx"));
const GroupInvitePage = lazy(() => import("./pages/GroupInvitePage.tsx"));

/** Open to everybody: an invitation is looked at before its reader has an account. */
export const joinRoutes: RouteObject[] = [{ path: "/join/:token", element: <JoinPage /> }];

export const groupRoutes: RouteObject[] = [
  { path: "/groups", element: <GroupsPage /> },
  { path: "/groups/:groupId", element: <GroupThreadsPage /> },
  { path: "/groups/:groupId/members", element: <GroupMembersPage /> },
  { path: "/groups/:groupId/about", element: <GroupAboutPage /> },
  { path: "/groups/:groupId/compact", element: <GroupCompactPage /> },
  { path: "/groups/:groupId/invite", element: <GroupInvitePage /> },
];
