import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { MessagePreviewFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { plainText } from "../../../ui/markdown/plain-text.ts";

const MessagePreview = graphql(`
  fragment MessagePreview on Message {
    id
    seq
    body
    withdrawnAt
    author {
      id
      name
    }
  }
`);

interface Props {
  message: FragmentType<MessagePreviewFragment>;
  /** Said before the name: "Quoted from", "Accepted answer". */
  lead?: string;
  onJump: (seq: number) => void;
}

/** Another message in two lines with a rule beside it; pressing it goes there. */
export function MessagePreviewLine({ message, lead, onJump }: Props) {
  const { t } = useLingui();
  const quoted = useFragmentData(MessagePreview, message);
  if (!quoted) return null;
  const { name } = quoted.author;
  return (
    <button
      type="button"
      onClick={() => onJump(quoted.seq)}
      className="my-1 block min-h-11 w-full max-w-[66ch] border-s-3 border-line-strong ps-2.5 text-start text-sm text-ink-2 hover:border-brand"
    >
      <span className="block text-xs font-semibold">
        {lead ? (
          <span className="text-ok">{lead} · </span>
        ) : (
          <span className="sr-only">{t`Go to the quoted message:`} </span>
        )}
        <bdi>{name}</bdi>
      </span>
      {quoted.withdrawnAt ? (
        <span className="italic">
          <Trans>Message withdrawn</Trans>
        </span>
      ) : (
        <span dir="auto" className="line-clamp-2">
          {plainText(quoted.body)}
        </span>
      )}
    </button>
  );
}
