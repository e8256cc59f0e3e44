import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const OrganisationPages = lazy(() => import("./pages/OrganisationPages.tsx"));

export const organisationRoutes: RouteObject[] = [
  "/networks/:slug/organisations",
  "/organisations/:organisationId",
].map((path) => ({ path, element: <OrganisationPages /> }));
