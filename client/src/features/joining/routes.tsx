import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const ApplyPage = lazy(() => import("./pages/ApplyPage.tsx"));
const RequestsPage = lazy(() => import("./pages/RequestsPage.tsx"));

export const joiningRoutes: RouteObject[] = [
  { path: "/groups/:groupId/apply", element: <ApplyPage /> },
  { path: "/groups/:groupId/requests", element: <RequestsPage /> },
];
