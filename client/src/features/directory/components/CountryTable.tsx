import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { countryName } from "../../groups/components/words.ts";

interface Row {
  country: string;
  memberCount?: number | null;
  groupCount: number;
}

/** The same as the map, in words and numbers. */
export function CountryTable({ rows, slug }: { rows: readonly Row[]; slug: string }) {
  const { t, i18n } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale);
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t`Members and groups by country`}</caption>
      <thead>
        <tr className="border-b border-line text-start text-ink-2">
          <th scope="col" className="py-2 text-start font-semibold">
            <Trans>Country</Trans>
          </th>
          <th scope="col" className="py-2 text-end font-semibold">
            <Trans>Members</Trans>
          </th>
          <th scope="col" className="py-2 ps-4 text-end font-semibold">
            <Trans>Groups</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ country, memberCount, groupCount }) => (
          <tr key={country} className="border-b border-line">
            <th scope="row" className="text-start font-normal">
              <Link
                to={`/networks/${slug}/people?country=${country}`}
                className="inline-flex min-h-11 items-center text-brand underline"
              >
                {countryName(country)}
              </Link>
            </th>
            <td className="py-2 text-end tabular-nums">
              {typeof memberCount === "number" ? number.format(memberCount) : t`under 3`}
            </td>
            <td className="py-2 ps-4 text-end tabular-nums">{number.format(groupCount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
