import { lazy } from "react";
import type { RouteObject } from "../../platform/router/router.tsx";

const SignInPage = lazy(() => import("./pages/SignInPage.tsx"));
const SignUpPage = lazy(() => import("./pages/SignUpPage.tsx"));
const RequestResetPage = lazy(() => import("./pages/RequestResetPage.tsx"));
const ResetPasswordPage = lazy(() => import("./pages/ResetPasswordPage.tsx"));
const VerifyPage = lazy(() => import("./pages/VerifyPage.tsx"));
const MePage = lazy(() => import("./pages/MePage.tsx"));
const ProfilePage = lazy(() => import("./pages/ProfilePage.tsx"));
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
  { path: "/me", element: <MePage /> },
  { path: "/me/profile", element: <ProfilePage /> },
  { path: "/people/:id", element: <PersonPage /> },
];
