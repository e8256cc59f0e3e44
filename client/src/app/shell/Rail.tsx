import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, NavLink } from "../../platform/router/Link.tsx";
import { useMatch } from "../../platform/router/router.tsx";
import type { RailViewerFragment } from "../../generated/graphql.ts";
import { graphql } from "../../generated/gql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { GroupMark } from "../../ui/GroupMark.tsx";
import { firstLetters } from "../../ui/letters.ts";
import { RailThreads } from "./RailThreads.tsx";
import { WearLook } from "../../features/networks/components/WearLook.tsx";
import { UnreadCount } from "../../ui/UnreadCount.tsx";
import { railLink } from "./rail-look.ts";

const RailViewer = graphql(`
  fragment RailViewer on Viewer {
    person {
      id
      name
    }
    networks(first: 10) {
      nodes {
        id
        slug
        name
        markLetters
        description
        ...WornLook
      }
    }
    groups(first: 50) {
      nodes {
        id
        name
        country
        unreadThreadCount
        network {
          id
        }
      }
    }
  }
`);

/** The way about, on a desk: the network, the places, your groups, and the threads of the open one. */
export function Rail({ viewer }: { viewer: FragmentType<RailViewerFragment> | null }) {
  const { t } = useLingui();
  const data = useFragmentData(RailViewer, viewer);
  const openGroup = useMatch("/groups/:groupId/*")?.params.groupId;
  const openNetwork = useMatch("/networks/:slug/*")?.params.slug;
  const groups = data?.groups.nodes ?? [];
  const networks = data?.networks.nodes ?? [];
  const networkId = groups.find((group) => group.id === openGroup)?.network.id;
  const ofGroup = networks.find((one) => one.id === networkId);
  const network = ofGroup ?? networks.find((one) => one.slug === openNetwork) ?? networks[0];
  const elsewhere = networks.filter((one) => one !== network);

  return (
    <nav
      aria-label={t`Places`}
      className="hidden min-h-0 flex-col border-e border-line bg-sunk desk:flex"
    >
      {/* A network's own pages wear its look themselves. The rail is there on a phone too, unseen. */}
      {ofGroup && <WearLook network={ofGroup} />}
      <div className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-2.5 py-3.5">
        <NetworkLink network={network} />
        <NavLink to="/" end className={railLink}>
          <Trans>Home</Trans>
        </NavLink>
        <NavLink to="/inbox" className={railLink}>
          <Trans>Inbox</Trans>
          <UnreadCount count={sum(groups)} />
        </NavLink>
        {groups.length > 0 && (
          <h2 className="px-2.5 pt-4 pb-1 text-2xs font-semibold text-ink-2">
            <Trans>Your groups</Trans>
          </h2>
        )}
        {groups
          .filter((group) => !network || group.network.id === network.id)
          .map((group) => (
            <NavLink key={group.id} to={`/groups/${group.id}`} className={railLink}>
              <GroupMark name={group.name} country={group.country ?? null} />
              <span
                dir="auto"
                className={`text-match ${group.unreadThreadCount > 0 ? "font-semibold" : ""}`}
              >
                {group.name}
              </span>
              <UnreadCount count={group.unreadThreadCount} />
            </NavLink>
          ))}
        {openGroup && <RailThreads groupId={openGroup} />}
        {elsewhere.length > 0 && (
          <>
            <h2 className="px-2.5 pt-4 pb-1 text-2xs font-semibold text-ink-2">
              <Trans>Other networks</Trans>
            </h2>
            {elsewhere.map((one) => (
              <NavLink key={one.id} to={`/networks/${one.slug}`} className={railLink}>
                <span dir="auto">{one.name}</span>
                <UnreadCount count={sum(groups.filter((group) => group.network.id === one.id))} />
              </NavLink>
            ))}
          </>
        )}
      </div>
      {/* Always in sight, and apart from what scrolls above it. */}
      <div className="border-t border-line px-2.5 py-2">
        <NavLink to="/me" className={railLink}>
          {data && <Avatar id={data.person.id} name={data.person.name} size="s" />}
          <span dir="auto" className="min-w-0 truncate text-match">
            {data?.person.name ?? <Trans>Me</Trans>}
          </span>
        </NavLink>
      </div>
    </nav>
  );
}

function sum(groups: RailViewerFragment["groups"]["nodes"]): number {
  return groups.reduce((all, group) => all + group.unreadThreadCount, 0);
}

function NetworkLink({
  network,
}: {
  network: RailViewerFragment["networks"]["nodes"][number] | undefined;
}) {
  return (
    <Link
      to={network ? `/networks/${network.slug}` : "/"}
      className="flex items-center gap-2.5 rounded-md px-2 pt-1.5 pb-3.5 font-semibold"
    >
      <span
        aria-hidden="true"
        className="grid size-8.5 flex-none place-items-center rounded-lg bg-brand text-sm font-semibold text-on-brand"
      >
        {network?.markLetters ?? firstLetters(network?.name ?? "Baraza", 1)}
      </span>
      <span className="min-w-0">
        <span dir="auto" className="text-match block">
          {network?.name ?? "Baraza"}
        </span>
        {network?.description && (
          <span dir="auto" className="text-match line-clamp-2 text-xs font-normal text-ink-2">
            {network.description}
          </span>
        )}
      </span>
    </Link>
  );
}
