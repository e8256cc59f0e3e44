import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const BulkActPages = lazy(() => import("./pages/BulkActPages.tsx"));

export const administrationRoutes: RouteObject[] = ["/networks/:slug/acts", "/acts/:bulkActId"].map(
  (path) => ({ path, element: <BulkActPages /> }),
);
