import { useLingui } from "@lingui/react/macro";
import type { Role } from "../../../generated/graphql.ts";
import { Select } from "../../../ui/Select.tsx";
import { roleWord } from "./words.ts";

const roles: Role[] = ["MEMBER", "COORDINATOR"];

/** The place that an invitation gives. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`They join as`}
      value={value}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleWord(role)}
        </option>
      ))}
    </Select>
  );
}
