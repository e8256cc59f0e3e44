import { Plural, Trans } from "@lingui/react/macro";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Button } from "../../../ui/Button.tsx";
import type { Presence } from "../live/presence.ts";

interface Props {
  presence: Presence;
  onPinned: () => void;
}

/** About the thread, where there is room; the menu has the same for everyone. */
export default function ThreadSide({ presence: { here, more }, onPinned }: Props) {
  return (
    <div className="grid justify-items-start gap-3">
      <h2 className="text-xs font-semibold text-ink-2">
        <Trans>Here now</Trans>
      </h2>
      {more === null && (
        <p className="text-ink-2">
          <Trans>Who is here is not known at the moment.</Trans>
        </p>
      )}
      {more === 0 && here.length === 0 && (
        <p className="text-ink-2">
          <Trans>Nobody else has the group open.</Trans>
        </p>
      )}
      <ul className="w-full">
        {here.map((person) => (
          <li key={person.id} className="flex min-h-10 items-center gap-2.5">
            <Avatar id={person.id} name={person.name} size="s" />
            <bdi className="min-w-0 truncate">{person.name}</bdi>
          </li>
        ))}
      </ul>
      {more !== null && more > 0 && (
        <p className="text-ink-2">
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
      <Button onClick={onPinned}>
        <Trans>Pinned messages</Trans>
      </Button>
    </div>
  );
}
