import { Trans } from "@lingui/react/macro";
import { Suspense, useEffect, useMemo, useState } from "react";
import { Navigate, Outlet, useLocation, useMatch } from "../../platform/router/router.tsx";
import { graphql } from "../../generated/gql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";
import { holdFrame } from "../../platform/apollo/use-frame.ts";
import { LiveProvider } from "../../platform/live/live-context.tsx";
import { hasSession } from "../../platform/session/has-session.ts";
import { signInPath } from "../../platform/session/return-to.ts";
import { setSignedIn, useSignedIn } from "../../platform/session/session.ts";
import { ErrorBoundary } from "../../ui/ErrorBoundary.tsx";
import { HeaderStatus } from "../../ui/PageFrame.tsx";
import { BrokenPage } from "../BrokenPage.tsx";
import { PageLoading } from "../PageLoading.tsx";
import { Following } from "./Following.tsx";
import { LinkChip } from "./LinkChip.tsx";
import { NoLongerIn } from "./NoLongerIn.tsx";
import { Rail } from "./Rail.tsx";
import { TabBar } from "./TabBar.tsx";
import { useFocusOnPage } from "./use-focus-on-page.ts";
import { useScrollMemory } from "./use-scroll-memory.ts";

// The first page behind the door spreads this on `viewer`, so that page and frame come in one answer.
const ShellViewer = graphql(`
  fragment ShellViewer on Viewer {
    groups(first: 50) {
      nodes {
        id
        unreadThreadCount
      }
    }
    ...FollowingViewer
    ...RailViewer
    ...TabBarViewer
  }
`);

const me = { __typename: "Viewer" } as const;

/** The frame around every page of someone who is signed in: rail or tabs, the live link, and the work. */
export function Shell() {
  const signedIn = useSignedIn();
  const location = useLocation();
  const viewer = useFragmentData(ShellViewer, me);
  useScrollMemory();
  useFocusOnPage();
  const openGroup = useMatch("/groups/:groupId/*")?.params.groupId;
  // Groups that this person was taken out of, or left, while the app was open.
  const [ended, setEnded] = useState<readonly string[]>([]);
  useEffect(() => {
    if (viewer) holdFrame();
  }, [viewer]);
  const waiting = (viewer?.groups.nodes ?? []).reduce((sum, one) => sum + one.unreadThreadCount, 0);
  const header = useMemo(() => ({ status: <LinkChip />, waiting }), [waiting]);
  if (signedIn === false) return <Navigate to={signInPath(location)} replace />;
  return (
    <LiveProvider checkSession={stillIn}>
      {viewer && (
        <Following
          viewer={viewer}
          onEnded={(groupId) => setEnded((all) => [...all, groupId])}
          onJoined={(groupId) => setEnded((all) => all.filter((one) => one !== groupId))}
        />
      )}
      <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] desk:grid-cols-[232px_minmax(0,1fr)] desk:grid-rows-[minmax(0,1fr)] wide:grid-cols-[264px_minmax(0,1fr)]">
        <a
          href="#work"
          className="fixed start-2 -top-20 z-30 rounded-lg bg-brand px-4 py-3 font-semibold text-on-brand focus:top-2"
        >
          <Trans>Skip to the page</Trans>
        </a>
        <Rail viewer={viewer} />
        <HeaderStatus value={header}>
          <ErrorBoundary
            resetKey={location.pathname}
            fallback={(retry, error) => <BrokenPage retry={retry} error={error} />}
          >
            <Suspense fallback={<PageLoading />}>
              {openGroup && ended.includes(openGroup) ? (
                <NoLongerIn groupId={openGroup} />
              ) : (
                <Outlet />
              )}
            </Suspense>
          </ErrorBoundary>
        </HeaderStatus>
        <TabBar viewer={viewer} />
      </div>
    </LiveProvider>
  );
}

async function stillIn(): Promise<boolean> {
  const still = await hasSession();
  if (!still) setSignedIn(false);
  return still;
}
