import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
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

/** The board on a phone: a card for each group, with the same on it. */
export function BoardCards({ groups, choice }: { groups: readonly Group[]; choice: Choice }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {groups.map((group) => (
        <BoardCard key={group.id} group={group} choice={choice} />
      ))}
    </ul>
  );
}

function BoardCard({ group, choice }: { group: Group; choice: Choice }) {
  const row = useFragmentData(BoardRowDocument, group);
  if (!row) return null;
  return (
    <li className="grid min-w-0 content-start gap-3 rounded-lg border border-line p-4 text-sm">
      <div className="grid gap-1">
        <div className="flex items-start gap-1">
          <ChooseGroup id={row.id} name={row.name} choice={choice} />
          <span className="min-w-0 flex-1 wrap-anywhere">
            <GroupName row={row} />
          </span>
          <Chip>{stateWord(row.state)}</Chip>
        </div>
        <KindAndCountry row={row} />
        <Marks row={row} />
      </div>
      <dl className="grid grid-cols-2 gap-3">
        <Fact name={<Trans>Seats</Trans>}>
          <SeatsOf row={row} />
        </Fact>
        <Fact name={<Trans>Coordinators</Trans>}>
          <CoordinatorsOf row={row} />
        </Fact>
        <Fact name={<Trans>Waiting</Trans>}>
          <WaitingIn row={row} />
        </Fact>
        <Fact name={<Trans>Last activity</Trans>}>
          <Time at={row.lastActivityAt} />
        </Fact>
        <Fact name={<Trans>Programme</Trans>}>
          <ProgrammeAndWave row={row} />
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
