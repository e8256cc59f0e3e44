import type { FragmentType } from "@apollo/client";
import { Plural } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ProgrammeRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { DaySpan } from "./DaySpan.tsx";

const ProgrammeRowDocument = graphql(`
  fragment ProgrammeRow on Programme {
    id
    name
    startsOn
    endsOn
    waves {
      id
    }
  }
`);

/** A programme in a list. */
export function ProgrammeRow({ programme }: { programme: FragmentType<ProgrammeRowFragment> }) {
  const data = useFragmentData(ProgrammeRowDocument, programme);
  if (!data) return null;
  const { id, name, startsOn, endsOn, waves } = data;
  return (
    <li>
      <Link
        to={`/programmes/${id}`}
        className="grid min-h-14 content-center rounded-lg px-2.5 py-2 hover:bg-paper"
      >
        <span dir="auto" className="block truncate text-match">
          {name}
        </span>
        <span className="block text-xs text-ink-2">
          <Plural value={waves.length} _0="One run" one="# wave" other="# waves" />
          {(startsOn || endsOn) && " · "}
          <DaySpan from={startsOn ?? null} to={endsOn ?? null} />
        </span>
      </Link>
    </li>
  );
}
