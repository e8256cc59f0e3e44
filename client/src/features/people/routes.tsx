import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const SignInPage = lazy(() => import("./pages/SignInPage.tsx"));
const SignUpPage = lazy(() => import("./pages/SignUpPage.tsx"));
const RequestResetPage = lazy(() => import("./pages/RequestResetPage.tsx"));
const ResetPasswordPage = lazy(() => import("./pages/ResetPasswordPage.tsx"));
const VerifyPage = lazy(() => import("./pages/VerifyPage.tsx"));
const MePages = lazy(() => import("./pages/MePages.tsx"));
const PersonPage = lazy(() => import("./pages/PersonPage.tsx"));

/** Open to everybody. */
export const accountRoutes: RouteObject[] = [
  { path: "/sign-in", element: <SignInPage /> },
  { path: "/sign-up", element: <SignUpPage /> },
  { path: "/reset", element: <RequestResetPage /> },
  { path: "/reset/:token", element: <ResetPasswordPage /> },
  { path: "/verify", element: <VerifyPage /> },
];

export const peopleRoutes: RouteObject[] = [
  { path: "/me", element: <MePages /> },
  { path: "/me/profile", element: <MePages /> },
  { path: "/people/:id", element: <PersonPage /> },
];
