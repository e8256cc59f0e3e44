import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ComparisonFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { regional } from "../../../ui/regional.ts";

const ComparisonDocument = graphql(`
  fragment Comparison on Programme {
    id
    figures {
      groupCount
      countryCount
      seatCount
      memberCount
      coordinatorCount
      everMemberCount
      goneCount
    }
    waves {
      id
      name
      figures {
        groupCount
        countryCount
        seatCount
        memberCount
        coordinatorCount
        everMemberCount
        goneCount
      }
    }
  }
`);

type Figures = NonNullable<ComparisonFragment["figures"]>;

/** The waves of a programme side by side, for those who may compare. */
export function Comparison({ programme }: { programme: FragmentType<ComparisonFragment> }) {
  const { t, i18n } = useLingui();
  const data = useFragmentData(ComparisonDocument, programme);
  if (!data?.figures) return null;
  const number = new Intl.NumberFormat(regional(i18n.locale));
  const share = new Intl.NumberFormat(regional(i18n.locale), {
    style: "percent",
    maximumFractionDigits: 0,
  });
  const rows: { label: string; of: (figures: Figures) => string }[] = [
    { label: t`Groups`, of: ({ groupCount }) => number.format(groupCount) },
    { label: t`Countries`, of: ({ countryCount }) => number.format(countryCount) },
    { label: t`Members now`, of: ({ memberCount }) => number.format(memberCount) },
    {
      label: t`Seats taken`,
      of: ({ seatCount, memberCount }) =>
        seatCount ? share.format(memberCount / seatCount) : t`no limit`,
    },
    { label: t`Coordinators`, of: ({ coordinatorCount }) => number.format(coordinatorCount) },
    { label: t`Ever members`, of: ({ everMemberCount }) => number.format(everMemberCount) },
    {
      label: t`Of those, still there`,
      of: ({ everMemberCount, goneCount }) =>
        everMemberCount ? share.format(1 - goneCount / everMemberCount) : t`nobody yet`,
    },
  ];
  const columns = [
    ...data.waves.flatMap(({ id, name, figures }) => (figures ? [{ id, name, figures }] : [])),
    { id: "all", name: t`All together`, figures: data.figures },
  ];
  return (
    // A region that takes the keyboard's focus: it scrolls sideways where there is no room.
    <section
      aria-label={t`Waves side by side`}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full text-xs desk:text-sm">
        <caption className="sr-only">
          <Trans>Each wave in a column, what is counted in the rows</Trans>
        </caption>
        <thead>
          <tr className="border-b border-line">
            <th
              scope="col"
              className="px-1.5 py-2.5 desk:px-2.5 text-start font-normal wrap-normal text-ink-2"
            >
              <Trans>Counted today</Trans>
            </th>
            {columns.map(({ id, name }) => (
              <th
                key={id}
                scope="col"
                dir="auto"
                className="px-1.5 py-2.5 desk:px-2.5 text-end font-semibold wrap-normal"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => (
            <tr key={label} className="border-b border-line last:border-0">
              <th
                scope="row"
                className="px-1.5 py-2.5 desk:px-2.5 text-start font-normal wrap-normal text-ink-2"
              >
                {label}
              </th>
              {columns.map(({ id, figures }) => (
                <td
                  key={id}
                  className="px-1.5 py-2.5 desk:px-2.5 text-end whitespace-nowrap tabular-nums"
                >
                  {of(figures)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
