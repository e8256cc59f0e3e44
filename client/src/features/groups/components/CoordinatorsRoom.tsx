import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { useNavigate } from "../../../platform/router/router.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { Problems } from "../../../ui/Problems.tsx";

const OpenCoordinatorsRoom = graphql(`
  mutation OpenCoordinatorsRoom($input: OpenCoordinatorsRoomInput!) {
    openCoordinatorsRoom(input: $input) {
      room {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** The way into the room where a group's coordinators talk among themselves. The first who goes there makes it. */
export function CoordinatorsRoom({ groupId }: { groupId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { problems, keep } = useProblems();
  const { run, busy } = useCommand(OpenCoordinatorsRoom, "openCoordinatorsRoom");

  async function open() {
    const { done } = keep(await run({ input: { groupId } }));
    if (done?.room) navigate(`/groups/${done.room.id}`);
  }

  return (
    <Section title={t`Among coordinators`}>
      <p className="max-w-[66ch] text-sm text-ink-2">
        <Trans>
          A room for the coordinators of this group: for handing over, and for who needs care.
          Members and managers neither see it nor know of it. Whoever becomes a coordinator later
          reads it from its beginning.
        </Trans>
      </p>
      <Problems of={problems} />
      <div>
        <Button busy={busy} busyLabel={t`Opening the room`} onClick={() => void open()}>
          <Trans>Open the coordinators’ room</Trans>
        </Button>
      </div>
    </Section>
  );
}
