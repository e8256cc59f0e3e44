import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";

/** What came of an announcement in one group. */
export interface Outcome {
  groupId: string;
  group?: { name: string } | null;
  thread?: { id: string } | null;
  error?: { message: string } | null;
}

/** Where an announcement stands now, and where it does not and why. */
export function Announced({
  outcomes,
  again,
}: {
  outcomes: readonly Outcome[];
  again: () => void;
}) {
  const { t } = useLingui();
  const heard = outcomes.filter(({ thread }) => thread);
  const missed = outcomes.filter(({ thread }) => !thread);
  return (
    <>
      <Section
        title={
          <Plural value={heard.length} one="Announced in # group" other="Announced in # groups" />
        }
      >
        <ul className="-mx-2.5">
          {heard.map(({ groupId, group, thread }) => (
            <li key={groupId}>
              <Link
                to={`/groups/${groupId}/threads/${thread?.id ?? ""}`}
                className="flex min-h-11 items-center rounded-lg px-2.5 py-2 hover:bg-paper"
              >
                <bdi className="truncate">{group?.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      {missed.length > 0 && (
        <Section title={t`Not announced`}>
          <ul className="grid gap-3">
            {missed.map(({ groupId, group, error }) => (
              <li key={groupId} className="text-sm">
                {group && <bdi className="block font-semibold">{group.name}</bdi>}
                <span className="text-ink-2">{error?.message}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div>
        <Button onClick={again}>
          <Trans>Announce something else</Trans>
        </Button>
      </div>
    </>
  );
}
