import { useLingui } from "@lingui/react/macro";

type Role = "MEMBER" | "COORDINATOR" | "MANAGER" | "MODERATOR" | (string & {});

/** The word for a role that is worth saying beside a name; members need none. */
export function useRoleWord(): (role: Role | null | undefined) => string | null {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case "COORDINATOR":
        return t`Coordinator`;
      case "MANAGER":
        return t`Manager`;
      case "MODERATOR":
        return t`Moderator`;
      default:
        return null;
    }
  };
}
