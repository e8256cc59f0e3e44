import { Trans, useLingui } from "@lingui/react/macro";
import { useSearchParams } from "../../../platform/router/router.tsx";
import { useIsWide } from "../../../platform/use-is-desk.ts";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/Select.tsx";
import { stateWord } from "../../groups/components/context-words.ts";
import { countryName, groupKindWord } from "../../groups/components/words.ts";
import {
  ANY,
  attentions,
  boardIn,
  boardKinds,
  boardOrders,
  boardStates,
  isNarrowed,
  withWord,
  type FilterName,
} from "./board-filter.ts";
import { attentionWord, orderWord } from "./words.ts";

interface Props {
  countries: readonly string[];
  programmes: readonly { id: string; name: string }[];
}

/** Which groups, and in which order. It stands in the address, so that it can be kept and sent. */
export function BoardFilters({ countries, programmes }: Props) {
  const { t, i18n } = useLingui();
  const [params, setParams] = useSearchParams();
  const asked = boardIn(params);
  const isWide = useIsWide();
  const { filter, order } = asked;
  const choice = (name: FilterName) => ({
    value: params.get(name) ?? "",
    onChange: ({ target }: { target: { value: string } }) =>
      setParams(withWord(params, name, target.value), { replace: true }),
  });
  const named = countries
    .map((code) => ({ code, name: countryName(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  const attention = (
    <Select
      label={t`Needs attention`}
      {...choice("attention")}
      value={filter.attention ? (params.get("attention") ?? "") : ""}
    >
      <option value="">{t`All groups`}</option>
      <option value={ANY}>{t`For any reason`}</option>
      {attentions.map((one) => (
        <option key={one} value={one}>
          {attentionWord(one)}
        </option>
      ))}
    </Select>
  );
  const others = (
    <>
      <Select label={t`Where it stands`} {...choice("state")} value={filter.state ?? ""}>
        <option value="">{t`Any`}</option>
        {boardStates.map((one) => (
          <option key={one} value={one}>
            {stateWord(one)}
          </option>
        ))}
      </Select>
      <Select label={t`Kind`} {...choice("kind")} value={filter.kind ?? ""}>
        <option value="">{t`Any`}</option>
        {boardKinds.map((one) => (
          <option key={one} value={one}>
            {groupKindWord(one)}
          </option>
        ))}
      </Select>
      <Select label={t`Country`} {...choice("country")} value={filter.country ?? ""}>
        <option value="">{t`Any`}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={t`Programme`} {...choice("programme")}>
        <option value="">{t`Any`}</option>
        {programmes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={t`Order`} {...choice("order")} value={order}>
        {boardOrders.map((one) => (
          <option key={one} value={one}>
            {orderWord(one)}
          </option>
        ))}
      </Select>
    </>
  );
  return (
    <search className="grid gap-3">
      {isWide ? (
        <div className="grid grid-cols-3 gap-3">
          {attention}
          {others}
        </div>
      ) : (
        <>
          {attention}
          <details open={isNarrowed({ ...asked, filter: { ...filter, attention: null } })}>
            <summary className="flex min-h-11 w-fit cursor-pointer items-center text-sm font-semibold text-brand">
              <Trans>Other filters, and the order</Trans>
            </summary>
            <div className="grid gap-3 pt-1 sm:grid-cols-2">{others}</div>
          </details>
        </>
      )}
      {isNarrowed(asked) && (
        <div>
          <Button onClick={() => setParams(new URLSearchParams(), { replace: true })}>
            <Trans>Show all groups</Trans>
          </Button>
        </div>
      )}
    </search>
  );
}
