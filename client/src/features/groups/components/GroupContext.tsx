import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GroupContextFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Time } from "../../../ui/Time.tsx";
import { languageName } from "../../people/components/languages.ts";
import { fieldWord, levelWord, settingWord } from "./context-words.ts";
import { countryName, groupKindWord } from "./words.ts";

export const GroupContextDocument = graphql(`
  fragment GroupContext on Group {
    id
    name
    kind
    description
    country
    setting
    facilityLevel
    resources
    field
    language
    startsOn
    endsOn
    isCircle
    visibility
    memberCapacity
    coordinatorCapacity
    createdAt
    viewerCan
    network {
      id
      slug
      name
    }
  }
`);

/** What a group is and where it works, as a list of facts. */
export function GroupContext({ group }: { group: FragmentType<GroupContextFragment> }) {
  const { i18n } = useLingui();
  const data = useFragmentData(GroupContextDocument, group);
  if (!data) return null;
  const { network } = data;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
      <Fact name={<Trans>Kind</Trans>}>
        {data.isCircle ? <Trans>Circle</Trans> : groupKindWord(data.kind)}
      </Fact>
      <Fact name={<Trans>Network</Trans>}>
        <Link
          to={`/networks/${network.slug}`}
          dir="auto"
          className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
        >
          {network.name}
        </Link>
      </Fact>
      <Fact name={<Trans>Country</Trans>}>{data.country && countryName(data.country)}</Fact>
      <Fact name={<Trans>Field of work</Trans>}>{data.field && fieldWord(data.field)}</Fact>
      <Fact name={<Trans>Language</Trans>}>
        {data.language && languageName(data.language, i18n.locale)}
      </Fact>
      <Fact name={<Trans>Surroundings</Trans>}>{data.setting && settingWord(data.setting)}</Fact>
      <Fact name={<Trans>Level of care</Trans>}>
        {data.facilityLevel && levelWord(data.facilityLevel)}
      </Fact>
      <Fact name={<Trans>To work with</Trans>}>
        {data.resources && <bdi>{data.resources}</bdi>}
      </Fact>
      <Fact name={<Trans>First day</Trans>}>
        {data.startsOn && <Time at={`${data.startsOn}T12:00:00`} form="day" />}
      </Fact>
      <Fact name={<Trans>Last day</Trans>}>
        {data.endsOn && <Time at={`${data.endsOn}T12:00:00`} form="day" />}
      </Fact>
      <Fact name={<Trans>Here since</Trans>}>
        <Time at={data.createdAt} form="day" />
      </Fact>
    </dl>
  );
}

/** One line of it; what is not said is left out. */
function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
