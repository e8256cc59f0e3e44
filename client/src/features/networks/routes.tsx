import type { RouteObject } from "react-router";

export const networkRoutes: RouteObject[] = [];
