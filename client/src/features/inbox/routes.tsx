import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const HomePage = lazy(() => import("./pages/HomePage.tsx"));
const InboxPage = lazy(() => import("./pages/InboxPage.tsx"));

export const inboxRoutes: RouteObject[] = [
  { path: "/", element: <HomePage /> },
  { path: "/inbox", element: <InboxPage /> },
];
