import { useLingui } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import { buttonLook } from "../../ui/button-look.ts";
import { useLocation, useNavigate } from "./router.tsx";

/** To where the reader came from; from the first page of a visit, to Home. For phones: a desk has the rail. */
export function BackButton() {
  const { t } = useLingui();
  const { key } = useLocation();
  const go = useNavigate();
  return (
    <button
      type="button"
      aria-label={t`Back`}
      className={`${buttonLook("icon")} -ms-2 desk:hidden`}
      onClick={() => (key === "first" ? go("/") : history.back())}
    >
      <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
    </button>
  );
}
