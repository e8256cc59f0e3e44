import type { RouteObject } from "react-router";

export const discussionRoutes: RouteObject[] = [];
