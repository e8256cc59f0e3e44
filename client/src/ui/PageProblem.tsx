import { Trans } from "@lingui/react/macro";
import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";

/** In place of what could not be fetched. What is already on the screen stays. */
export function PageProblem({ retry }: { retry: () => unknown }) {
  return (
    <Banner
      tone="care"
      action={
        <Button onClick={() => void retry()}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      <Trans>This could not be fetched. Check your connection, then try again.</Trans>
    </Banner>
  );
}
