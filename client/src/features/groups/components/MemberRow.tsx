import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { MemberRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Portrait } from "../../people/components/Portrait.tsx";
import { TimeThere } from "../../people/components/LocalTime.tsx";
import { MemberMenu } from "./MemberMenu.tsx";
import { countryName, roleWord } from "./words.ts";

const MemberRowDocument = graphql(`
  fragment MemberRow on Membership {
    id
    role
    viewerCan
    person {
      id
      name
      profession
      country
      timeZone
      photo {
        small
        large
      }
      isViewer
    }
  }
`);

interface Props {
  member: FragmentType<MemberRowFragment>;
  /** The group whose list this is. */
  groupId?: string;
  /** What may be done about them in a list that is not a group's. */
  menu?: (place: Pick<MemberRowFragment, "person" | "role" | "viewerCan">) => ReactNode;
}

/** A person in a list of members: who they are, where, and what time it is there. */
export function MemberRow({ member, groupId, menu }: Props) {
  const data = useFragmentData(MemberRowDocument, member);
  if (!data) return null;
  const { person } = data;
  const place = [person.profession, person.country && countryName(person.country)].filter(Boolean);
  return (
    <li className="relative flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-1.5 hover:bg-paper">
      <Portrait id={person.id} name={person.name} photo={person.photo} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to={`/people/${person.id}`}
            dir="auto"
            // The whole row leads there; the menu stands above it.
            className="font-semibold outline-none after:absolute after:inset-0 after:rounded-lg hover:underline focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
          >
            {person.name}
          </Link>
          {person.isViewer && (
            <span className="text-xs text-ink-2">
              <Trans>you</Trans>
            </span>
          )}
          {data.role !== "MEMBER" && (
            <span className="text-xs font-semibold text-brand">{roleWord(data.role)}</span>
          )}
        </span>
        <span className="flex flex-wrap gap-x-2 text-xs text-ink-2">
          <bdi>{place.join(", ")}</bdi>
          {person.timeZone && !person.isViewer && (
            <span>
              <TimeThere zone={person.timeZone} />
            </span>
          )}
        </span>
      </span>
      {menu && data.viewerCan.length > 0 && <div className="relative">{menu(data)}</div>}
      {groupId && data.viewerCan.length > 0 && (
        <div className="relative">
          <MemberMenu
            groupId={groupId}
            person={person}
            role={data.role}
            viewerCan={data.viewerCan}
          />
        </div>
      )}
    </li>
  );
}
