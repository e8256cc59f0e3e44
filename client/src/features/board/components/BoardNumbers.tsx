import type { FragmentType } from "@apollo/client";
import { Plural, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { BoardNumbersFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";

const BoardNumbersDocument = graphql(`
  fragment BoardNumbers on Network {
    id
    boardSummary {
      groupCount
      attentionCount
      freeSeatCount
      waitingCount
      openApplicationCount
    }
  }
`);

/** The whole network in one line, whatever the board is narrowed to. */
export function BoardNumbers({ network }: { network: FragmentType<BoardNumbersFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(BoardNumbersDocument, network)?.boardSummary;
  if (!data) return null;
  return (
    <ul
      aria-label={t`The whole network`}
      className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2"
    >
      <li>
        <Plural value={data.groupCount} one="# group" other="# groups" />
      </li>
      <li className={data.attentionCount > 0 ? "font-semibold text-clay" : ""}>
        <Plural value={data.attentionCount} one="# needs attention" other="# need attention" />
      </li>
      <li>
        <Plural value={data.freeSeatCount} one="# free seat" other="# free seats" />
      </li>
      <li>
        <Plural
          value={data.openApplicationCount}
          one="# open application"
          other="# open applications"
        />
      </li>
      <li>
        <Plural value={data.waitingCount} one="# person in a line" other="# people in a line" />
      </li>
    </ul>
  );
}
