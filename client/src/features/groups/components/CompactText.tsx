import { Trans } from "@lingui/react/macro";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";

/** What a group's members have agreed on, to read before one agrees to it. */
export function CompactText({ body }: { body: string }) {
  return (
    <section className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <h2 className="text-sm font-semibold">
        <Trans>What the members of this group have agreed on</Trans>
      </h2>
      <Markdown text={body} />
    </section>
  );
}
