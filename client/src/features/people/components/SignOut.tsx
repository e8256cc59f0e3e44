import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { countQueued } from "../../../platform/outbox/indexed-store.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useSignOut } from "../hooks/useSignOut.ts";

/** Signs out; where messages still wait to be sent, it says first that they would be lost. */
export function SignOut({ personId }: { personId: string }) {
  const signOut = useSignOut();
  const [waiting, setWaiting] = useState(0);
  const ask = async () => {
    const count = await countQueued(personId).catch(() => 0);
    if (count === 0) return signOut();
    setWaiting(count);
  };
  if (waiting === 0)
    return (
      <div>
        <Button onClick={ask}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    );
  return (
    <Banner
      tone="care"
      action={
        <>
          <Button onClick={() => setWaiting(0)}>
            <Trans>Stay</Trans>
          </Button>
          <Button onClick={signOut}>
            <Trans>Delete them and sign out</Trans>
          </Button>
        </>
      }
    >
      <Plural
        value={waiting}
        one="# message on this device is not sent yet. Signing out deletes it here."
        other="# messages on this device are not sent yet. Signing out deletes them here."
      />
    </Banner>
  );
}
