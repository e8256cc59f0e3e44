import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { CompactText } from "./CompactText.tsx";
import { say } from "../../../ui/toast-list.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";

const JoinGroup = graphql(`
  mutation JoinGroup($input: JoinGroupInput!) {
    joinGroup(input: $input) {
      group {
        id
        ...ShellGroup
        ...GroupFrame
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

interface Props {
  groupId: string;
  /** What one agrees to by joining. */
  compact: { version: number; body: string } | null | undefined;
}

/** An open group, to someone who is not in it yet. */
export function JoinBanner({ groupId, compact }: Props) {
  const { t } = useLingui();
  const { run, busy } = useCommand(JoinGroup, "joinGroup");
  const { problems, keep } = useProblems();
  async function join() {
    const { done } = keep(
      await run({ input: { groupId, agreesToCompact: compact?.version ?? null } }),
    );
    if (done) say(t`You are in. Say hello when you are ready.`);
  }
  return (
    <>
      <Problems of={problems} />
      <Banner
        action={
          <Button kind="primary" busy={busy} busyLabel={t`Joining`} onClick={join}>
            {compact ? <Trans>Agree and join</Trans> : <Trans>Join the group</Trans>}
          </Button>
        }
      >
        <Trans>This group is open to the network. Join it to read and write here.</Trans>
      </Banner>
      {compact && <CompactText body={compact.body} />}
    </>
  );
}
