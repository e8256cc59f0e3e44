import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";

interface Props {
  slug: string;
  edits: boolean;
  board: boolean;
}

/** The ways from a network to what it keeps beside its groups. */
export function NetworkPlaces({ slug, edits, board }: Props) {
  const { t } = useLingui();
  const look = buttonLook("plain");
  return (
    <nav aria-label={t`This network`} className="flex flex-wrap gap-2">
      {board && (
        <Link to={`/networks/${slug}/board`} className={look}>
          <Trans>Board</Trans>
        </Link>
      )}
      <Link to={`/networks/${slug}/people`} className={look}>
        <Trans>Find people</Trans>
      </Link>
      <Link to={`/networks/${slug}/map`} className={look}>
        <Trans>Map</Trans>
      </Link>
      <Link to={`/networks/${slug}/programmes`} className={look}>
        <Trans>Programmes</Trans>
      </Link>
      <Link to={`/networks/${slug}/organisations`} className={look}>
        <Trans>Organisations</Trans>
      </Link>
      {edits && (
        <Link to={`/networks/${slug}/edit`} className={look}>
          <Trans>Edit the network</Trans>
        </Link>
      )}
      {edits && (
        <Link to={`/networks/${slug}/acts`} className={look}>
          <Trans>Invite many people</Trans>
        </Link>
      )}
    </nav>
  );
}
