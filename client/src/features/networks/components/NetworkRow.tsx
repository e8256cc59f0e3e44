import type { FragmentType } from "@apollo/client";
import { Plural } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { NetworkRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { firstLetters } from "../../../ui/letters.ts";

const NetworkRowDocument = graphql(`
  fragment NetworkRow on Network {
    id
    slug
    name
    description
    markLetters
    memberCount
  }
`);

export function NetworkRow({ network }: { network: FragmentType<NetworkRowFragment> }) {
  const data = useFragmentData(NetworkRowDocument, network);
  if (!data) return null;
  return (
    <li>
      <Link
        to={`/networks/${data.slug}`}
        className="flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-2 hover:bg-paper"
      >
        <span
          aria-hidden="true"
          className="grid size-9 flex-none place-items-center rounded-lg bg-brand text-sm font-semibold text-on-brand"
        >
          {data.markLetters ?? firstLetters(data.name, 1)}
        </span>
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate text-match">
            {data.name}
          </span>
          <span dir="auto" className="block truncate text-match text-xs text-ink-2">
            <Plural value={data.memberCount} one="# member" other="# members" />
            {data.description && ` · ${data.description}`}
          </span>
        </span>
      </Link>
    </li>
  );
}
