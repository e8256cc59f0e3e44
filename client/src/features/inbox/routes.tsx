import { lazy } from "react";
import type { RouteObject } from "react-router";

const HomePage = lazy(() => import("./pages/HomePage.tsx"));

export const inboxRoutes: RouteObject[] = [{ path: "/", element: <HomePage /> }];
