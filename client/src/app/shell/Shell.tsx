import { Trans } from "@lingui/react/macro";
import { Suspense } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { graphql } from "../../generated/gql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";
import { signInPath } from "../../platform/session/return-to.ts";
import { useSignedIn } from "../../platform/session/session.ts";
import { ErrorBoundary } from "../../ui/ErrorBoundary.tsx";
import { BrokenPage } from "../BrokenPage.tsx";
import { PageLoading } from "../PageLoading.tsx";
import { Rail } from "./Rail.tsx";
import { TabBar } from "./TabBar.tsx";

// Every page behind the door spreads this on `viewer`, so that page and frame come in one answer.
export const ShellViewerFragment = graphql(`
  fragment ShellViewer on Viewer {
    ...RailViewer
    ...TabBarViewer
  }
`);

const me = { __typename: "Viewer" } as const;

/** The frame around every page of someone who is signed in: rail or tabs, and the work. */
export function Shell() {
  const signedIn = useSignedIn();
  const location = useLocation();
  const viewer = useFragmentData(ShellViewerFragment, me);
  if (signedIn === false) return <Navigate to={signInPath(location)} replace />;
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] desk:grid-cols-[232px_minmax(0,1fr)] desk:grid-rows-[minmax(0,1fr)] wide:grid-cols-[264px_minmax(0,1fr)]">
      <a
        href="#work"
        className="fixed start-2 -top-20 z-30 rounded-lg bg-brand px-4 py-3 font-semibold text-on-brand focus:top-2"
      >
        <Trans>Skip to the page</Trans>
      </a>
      <Rail viewer={viewer} />
      <ErrorBoundary
        resetKey={location.pathname}
        fallback={(retry, error) => <BrokenPage retry={retry} error={error} />}
      >
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
      <TabBar viewer={viewer} />
    </div>
  );
}
