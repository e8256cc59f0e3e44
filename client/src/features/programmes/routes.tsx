import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const ProgrammePages = lazy(() => import("./pages/ProgrammePages.tsx"));

export const programmeRoutes: RouteObject[] = [
  "/networks/:slug/programmes",
  "/programmes/:programmeId",
].map((path) => ({ path, element: <ProgrammePages /> }));
