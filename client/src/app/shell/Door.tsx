import { Trans } from "@lingui/react/macro";
import { Suspense } from "react";
import { Outlet, useLocation } from "../../platform/router/router.tsx";
import { ErrorBoundary } from "../../ui/ErrorBoundary.tsx";
import { BrokenPage } from "../BrokenPage.tsx";
import { PageLoading } from "../PageLoading.tsx";

/** Around the pages for someone who is not in yet: what this is, and the one thing to do. */
export function Door() {
  const { pathname } = useLocation();
  return (
    <div className="grid min-h-dvh content-start justify-items-center gap-6 px-4 pt-8 pb-12 desk:pt-20">
      <header className="flex items-center gap-3">
        <img src="/mark.svg" alt="" width="44" height="44" />
        <div>
          <p className="text-lg leading-tight font-semibold">Baraza</p>
          <p className="text-xs text-balance text-ink-2">
            <Trans>Where health workers become leaders together</Trans>
          </p>
        </div>
      </header>
      <main className="grid w-full max-w-104 gap-5 rounded-xl border border-line bg-surface p-5 desk:p-8">
        <ErrorBoundary
          resetKey={pathname}
          fallback={(retry, error) => <BrokenPage retry={retry} error={error} />}
        >
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
