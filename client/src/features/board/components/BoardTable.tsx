import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import type { BoardRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Time } from "../../../ui/Time.tsx";
import { stateWord } from "../../groups/components/context-words.ts";
import { BoardRowDocument } from "./board-row.ts";
import {
  CoordinatorsOf,
  GroupName,
  KindAndCountry,
  Marks,
  ProgrammeAndWave,
  SeatsOf,
  WaitingIn,
} from "./BoardParts.tsx";
import { ChooseGroup, type Choice } from "./ChooseGroup.tsx";

type Group = FragmentType<BoardRowFragment> & { id: string };
const cell = "px-2 py-3 text-start align-top first:ps-0 last:pe-0";

/** The board where there is room for all of it side by side. */
export function BoardTable({ groups, choice }: { groups: readonly Group[]; choice: Choice }) {
  const { t } = useLingui();
  return (
    // A region that takes the keyboard's focus: it scrolls sideways where there is no room.
    <section aria-label={t`The groups`} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-xs text-ink-2 *:font-semibold">
            <th scope="col" className={cell}>
              <Trans>Group</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>State</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>Programme</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>Seats</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>Coordinators</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>Waiting</Trans>
            </th>
            <th scope="col" className={cell}>
              <Trans>Last activity</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <BoardLine key={group.id} group={group} choice={choice} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BoardLine({ group, choice }: { group: Group; choice: Choice }) {
  const row = useFragmentData(BoardRowDocument, group);
  if (!row) return null;
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`font-normal ${cell}`}>
        <span className="flex items-start">
          <ChooseGroup id={row.id} name={row.name} choice={choice} />
          <span className="grid max-w-64 gap-1">
            <GroupName row={row} />
            <KindAndCountry row={row} />
            <Marks row={row} />
          </span>
        </span>
      </th>
      <td className={cell}>
        <Chip>{stateWord(row.state)}</Chip>
      </td>
      <td className={cell}>
        <ProgrammeAndWave row={row} />
      </td>
      <td className={cell}>
        <SeatsOf row={row} />
      </td>
      <td className={cell}>
        <CoordinatorsOf row={row} />
      </td>
      <td className={cell}>
        <WaitingIn row={row} />
      </td>
      <td className={`whitespace-nowrap ${cell}`}>
        <Time at={row.lastActivityAt} />
      </td>
    </tr>
  );
}
