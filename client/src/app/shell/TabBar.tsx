import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleUserRound, House, Inbox, MessagesSquare } from "lucide-react";
import type { ReactNode } from "react";
import { NavLink } from "../../platform/router/Link.tsx";
import type { TabBarViewerFragment } from "../../generated/graphql.ts";
import { graphql } from "../../generated/gql.ts";
import { useFragmentData } from "../../platform/apollo/use-fragment-data.ts";

const TabBarViewer = graphql(`
  fragment TabBarViewer on Viewer {
    groups(first: 50) {
      nodes {
        id
        unreadThreadCount
      }
    }
  }
`);

/** The way about, on a phone. */
export function TabBar({ viewer }: { viewer: FragmentType<TabBarViewerFragment> | null }) {
  const { t } = useLingui();
  const groups = useFragmentData(TabBarViewer, viewer)?.groups.nodes ?? [];
  const unread = groups.reduce((sum, group) => sum + group.unreadThreadCount, 0);
  return (
    <nav
      aria-label={t`Tabs`}
      className="grid grid-cols-4 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      <Tab to="/" icon={<House />}>
        <Trans>Home</Trans>
      </Tab>
      <Tab to="/groups" icon={<MessagesSquare />}>
        <Trans>Groups</Trans>
      </Tab>
      <Tab to="/inbox" icon={<Inbox />} dot={unread > 0}>
        <Trans>Inbox</Trans>
        {unread > 0 && <span className="sr-only">, {t`${unread} unread`}</span>}
      </Tab>
      <Tab to="/me" icon={<CircleUserRound />}>
        <Trans>Me</Trans>
      </Tab>
    </nav>
  );
}

function Tab({
  to,
  icon,
  dot,
  children,
}: {
  to: string;
  icon: ReactNode;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <NavLink
      to={to}
      end={to === "/"}
      className="relative grid min-h-14 place-items-center content-center gap-0.5 text-2xs text-ink-2 aria-[current]:font-semibold aria-[current]:text-brand [&_svg]:size-5"
    >
      <span aria-hidden="true" className="relative">
        {icon}
        {dot && (
          <span className="absolute -end-1.5 -top-0.5 size-2.5 rounded-full border-2 border-surface bg-clay" />
        )}
      </span>
      <span>{children}</span>
    </NavLink>
  );
}
