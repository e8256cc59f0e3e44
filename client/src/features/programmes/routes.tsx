import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const ProgrammesPage = lazy(() => import("./pages/ProgrammesPage.tsx"));
const ProgrammePage = lazy(() => import("./pages/ProgrammePage.tsx"));

export const programmeRoutes: RouteObject[] = [
  { path: "/networks/:slug/programmes", element: <ProgrammesPage /> },
  { path: "/programmes/:programmeId", element: <ProgrammePage /> },
];
