import { Trans } from "@lingui/react/macro";

/** Who is writing, three names at most. It is always there, so that nothing moves when it fills. */
export function TypingLine({ people }: { people: readonly { id: string; name: string }[] }) {
  const [a, b, c, ...others] = people.map((person) => person.name);
  return (
    <p className="mx-auto mt-1 min-h-5 max-w-180 truncate text-xs text-ink-2">
      {a && !b && (
        <Trans>
          <bdi>{a}</bdi> is writing
        </Trans>
      )}
      {a && b && !c && (
        <Trans>
          <bdi>{a}</bdi> and <bdi>{b}</bdi> are writing
        </Trans>
      )}
      {a && b && c && others.length === 0 && (
        <Trans>
          <bdi>{a}</bdi>, <bdi>{b}</bdi> and <bdi>{c}</bdi> are writing
        </Trans>
      )}
      {others.length > 0 && (
        <Trans>
          <bdi>{a}</bdi>, <bdi>{b}</bdi>, <bdi>{c}</bdi> and others are writing
        </Trans>
      )}
    </p>
  );
}
