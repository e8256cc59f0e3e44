import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const OrganisationsPage = lazy(() => import("./pages/OrganisationsPage.tsx"));
const OrganisationPage = lazy(() => import("./pages/OrganisationPage.tsx"));

export const organisationRoutes: RouteObject[] = [
  { path: "/networks/:slug/organisations", element: <OrganisationsPage /> },
  { path: "/organisations/:organisationId", element: <OrganisationPage /> },
];
