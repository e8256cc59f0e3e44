import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ListMeFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";

const ListMeDocument = graphql(`
  fragment ListMe on Network {
    id
    viewerListed
  }
`);

const ListInDirectory = graphql(`
  mutation ListInDirectory($input: ListInDirectoryInput!) {
    listInDirectory(input: $input) {
      network {
        id
        viewerListed
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Whether the reader can be found here, and the way to change it. */
export function ListMe({
  network,
  again,
}: {
  network: FragmentType<ListMeFragment>;
  /** The list has one more, or one less. */
  again: () => void;
}) {
  const { t } = useLingui();
  const data = useFragmentData(ListMeDocument, network);
  const { keep, problems } = useProblems();
  const { run, busy } = useCommand(ListInDirectory, "listInDirectory");
  if (!data) return null;
  async function set(networkId: string, on: boolean) {
    const { done } = keep(await run({ input: { networkId, on } }));
    if (done) again();
  }
  return (
    <>
      <Problems of={problems} />
      <Banner
        action={
          <Button
            busy={busy}
            busyLabel={t`Saving`}
            onClick={() => void set(data.id, !data.viewerListed)}
          >
            {data.viewerListed ? <Trans>Take me out</Trans> : <Trans>List me here</Trans>}
          </Button>
        }
      >
        {data.viewerListed ? (
          <Trans>People of this network can find you here, by what your profile shows them.</Trans>
        ) : (
          <Trans>You are not in this directory. Nobody is, unless they ask for it.</Trans>
        )}
      </Banner>
    </>
  );
}
