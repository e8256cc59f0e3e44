import { Trans, useLingui } from "@lingui/react/macro";
import type { GroupVisibility } from "../../../generated/graphql.ts";
import { Section } from "../../../ui/PageFrame.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import {
  visibilities,
  visibilitySays,
  visibilityWord,
} from "../../groups/components/context-words.ts";
import type { NetworkWish } from "./network-wish.ts";

interface Props {
  wish: NetworkWish;
  onWish: (change: Partial<NetworkWish>) => void;
  errorOf: (field: string) => string | undefined;
}

/** What new groups begin with, where who makes them says nothing. */
export function RulesFields({ wish, onWish, errorOf }: Props) {
  const { t } = useLingui();
  const seats = (name: "memberSeats" | "coordinatorSeats") => ({
    value: wish[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => onWish({ [name]: event.target.value }),
  });
  return (
    <Section title={t`What new groups begin with`}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t`Members of a cohort`}
            type="number"
            min={1}
            max={100_000}
            placeholder="20"
            {...seats("memberSeats")}
          />
          <TextField
            label={t`Coordinators of a cohort`}
            type="number"
            min={1}
            max={100}
            placeholder="3"
            {...seats("coordinatorSeats")}
          />
        </div>
        <Select
          label={t`Who sees a new group, and how one comes in`}
          hint={visibilitySays(wish.groupVisibility)}
          error={errorOf("groupVisibility")}
          value={wish.groupVisibility}
          onChange={(event) => onWish({ groupVisibility: event.target.value as GroupVisibility })}
        >
          {visibilities.map((one) => (
            <option key={one} value={one}>
              {visibilityWord(one)}
            </option>
          ))}
        </Select>
        <p className="text-xs text-ink-2">
          <Trans>
            Communities are open to the network. Groups that are there already stay as they are.
          </Trans>
        </p>
      </div>
    </Section>
  );
}
