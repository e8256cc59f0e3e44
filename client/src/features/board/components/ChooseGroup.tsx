import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "../../../ui/Checkbox.tsx";

/** The groups that something is to be done to. */
export interface Choice {
  has: (id: string) => boolean;
  turn: (id: string) => void;
}

export function ChooseGroup({ id, name, choice }: { id: string; name: string; choice: Choice }) {
  const { t } = useLingui();
  return (
    <Checkbox
      label={<span className="sr-only">{t`Choose ${name}`}</span>}
      checked={choice.has(id)}
      onChange={() => choice.turn(id)}
    />
  );
}
