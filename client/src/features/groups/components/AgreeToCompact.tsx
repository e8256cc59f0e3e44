import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { say } from "../../../ui/toast-list.ts";

const AgreeToCompactDocument = graphql(`
  mutation AgreeToCompact($input: AgreeToCompactInput!) {
    agreeToCompact(input: $input) {
      group {
        id
        viewerCompactVersion
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Agrees to the version that is shown above it. */
export function AgreeToCompact({ groupId, version }: { groupId: string; version: number }) {
  const { t } = useLingui();
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(AgreeToCompactDocument, "agreeToCompact");
  async function agree() {
    const { done } = keep(await run({ input: { groupId, version } }));
    if (done) say(t`Thank you. The group sees that you agree.`);
  }
  return (
    <>
      <Problems of={problems} />
      <div>
        <Button kind="primary" busy={busy} busyLabel={t`Agreeing`} onClick={agree}>
          <Trans>I agree</Trans>
        </Button>
      </div>
    </>
  );
}
