import { Trans } from "@lingui/react/macro";
import { Button } from "../ui/Button.tsx";

/** A part of the program did not arrive, or broke. Nothing that was sent is lost by it. */
export function BrokenPage({ retry, error }: { retry: () => void; error: Error }) {
  // A script that did not load stays failed for this tab, and a new release has other names: load the page again.
  const missingPart = /import|chunk|module/i.test(error.message);
  return (
    <main
      id="work"
      className="grid content-center justify-items-center gap-3 bg-surface p-6 text-center"
    >
      <h1 className="text-xl font-semibold">
        {missingPart ? (
          <Trans>This page could not be fetched</Trans>
        ) : (
          <Trans>This page stopped working</Trans>
        )}
      </h1>
      <p className="max-w-[50ch] text-ink-2">
        <Trans>What you have sent is safe. Try again, or go to another page.</Trans>
      </p>
      <Button kind="primary" onClick={() => (missingPart ? location.reload() : retry())}>
        <Trans>Try again</Trans>
      </Button>
    </main>
  );
}
