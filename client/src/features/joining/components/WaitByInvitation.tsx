import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { WaitForSeat } from "./WaitForSeat.tsx";

/** A good invitation into a full group: its holder can wait for a seat. */
export function WaitByInvitation({ token }: { token: string }) {
  const [waits, setWaits] = useState(false);
  if (waits)
    return (
      <div className="grid justify-items-start gap-3">
        <p role="status">
          <Trans>You wait for a seat. When one is free, it is offered to you in your inbox.</Trans>
        </p>
        <Link to="/inbox" className={buttonLook("primary")}>
          <Trans>Go to the inbox</Trans>
        </Link>
      </div>
    );
  return (
    <WaitForSeat of={{ token }} onDone={() => setWaits(true)}>
      <Trans>You can wait. A free seat is offered in turn, and held for two days.</Trans>
    </WaitForSeat>
  );
}
