import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Select } from "../../../ui/Select.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { FormActs } from "../../organisations/components/FormActs.tsx";

const GroupsToPlace = graphql(`
  query GroupsToPlace($networkId: ID!, $after: String) {
    network: node(id: $networkId) {
      __typename
      ... on Network {
        id
        groups(first: 100, after: $after) {
          nodes {
            id
            name
            kind
            programme {
              id
              name
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);
const PlaceGroup = graphql(`
  mutation PlaceGroup($input: PlaceGroupInput!) {
    placeGroup(input: $input) {
      group {
        id
        programme {
          id
          name
        }
        wave {
          id
          name
        }
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
  programmeId: string;
  networkId: string;
  waves: readonly { id: string; name: string }[];
  onPlaced: () => void;
  onClose: () => void;
}

/** Says of one group after another which wave it belongs to. */
export default function PlaceDialog({ programmeId, networkId, waves, onPlaced, onClose }: Props) {
  const { t } = useLingui();
  const [groupId, setGroupId] = useState("");
  const [waveId, setWaveId] = useState(waves.at(-1)?.id ?? "");
  const [missing, setMissing] = useState(false);
  const [placed, setPlaced] = useState<string | null>(null);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(PlaceGroup, "placeGroup");
  const { data, error, refetch, fetchMore } = useQuery(GroupsToPlace, { variables: { networkId } });
  const page = data?.network?.__typename === "Network" ? data.network.groups : null;
  const groups = page?.nodes.filter(({ kind }) => kind !== "COORDINATORS") ?? [];
  const chosen = groups.find(({ id }) => id === groupId);

  async function place(into: string | null) {
    setMissing(!groupId);
    if (!groupId) return;
    const input = { groupId, programmeId: into, waveId: (into && waveId) || null };
    const { done } = keep(await run({ input }));
    if (!done?.group) return;
    setPlaced(chosen?.name ?? null);
    setGroupId("");
    onPlaced();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void place(programmeId);
  }

  return (
    <Dialog title={t`Place a group`} onClose={onClose}>
      {!page ? (
        error ? (
          <PageProblem retry={refetch} />
        ) : (
          <Skeleton label={t`Fetching the groups`} />
        )
      ) : (
        <form className="grid gap-4" onSubmit={submit}>
          <Problems of={besides("groupId", "waveId")} />
          <p role="status" className="text-sm text-ink-2 empty:hidden">
            {placed && (
              <Trans>
                <bdi>{placed}</bdi> is placed. Choose the next one, or close this.
              </Trans>
            )}
          </p>
          <Select
            label={t`Group`}
            error={missing && !groupId ? t`Choose a group.` : of("groupId")}
            value={groupId}
            onChange={(event) => setGroupId(event.target.value)}
          >
            <option value="">{t`Choose a group`}</option>
            {groups.map(({ id, name, programme }) => (
              <option key={id} value={id}>
                {programme ? t`${name} (now in ${programme.name})` : name}
              </option>
            ))}
          </Select>
          {page.pageInfo.hasNextPage && (
            <Button
              kind="quiet"
              onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}
            >
              <Trans>Show more groups</Trans>
            </Button>
          )}
          {waves.length > 0 && (
            <Select
              label={t`Wave`}
              error={of("waveId")}
              value={waveId}
              onChange={(event) => setWaveId(event.target.value)}
            >
              <option value="">{t`No wave`}</option>
              {waves.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          {chosen?.programme?.id === programmeId && (
            <div>
              <Button onClick={() => void place(null)}>
                <Trans>Take it out of this programme</Trans>
              </Button>
            </div>
          )}
          <FormActs busy={busy} busyLabel={t`Placing`} onClose={onClose}>
            <Trans>Place it</Trans>
          </FormActs>
        </form>
      )}
    </Dialog>
  );
}
