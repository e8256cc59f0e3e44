import type { RouteObject } from "react-router";

/** Open to everybody: an invitation is looked at before its reader has an account. */
export const joinRoutes: RouteObject[] = [];

export const groupRoutes: RouteObject[] = [];
