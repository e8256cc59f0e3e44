import type { ReactNode } from "react";

/** One line of a menu. */
export interface MenuAct {
  id: string;
  label: ReactNode;
  danger?: boolean;
  onAction: () => void;
}
