import { ApolloClient, ApolloLink } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createCache } from "../../../platform/apollo/cache.ts";
import type { Link } from "../../../platform/live/core/link.ts";
import { LiveContext } from "../../../platform/live/live-context.tsx";
import { FollowGroup } from "./FollowGroup.tsx";

afterEach(cleanup);

const roleOf = (isViewer: boolean) => ({
  __typename: "RoleChanged",
  cursor: "c2",
  seq: 2,
  prev: 1,
  at: "2026-11-22T00:00:00.000Z",
  group: {
    __typename: "Group",
    id: "g1",
    viewerRole: "MODERATOR",
    viewerCan: [],
    memberCount: 1,
    memberCapacity: null,
    coordinatorCount: 1,
    coordinatorCapacity: null,
  },
  membership: {
    __typename: "Membership",
    id: "m1",
    role: "MODERATOR",
    since: "2026-11-22T00:00:00.000Z",
    viewerCan: [],
    person: {
      __typename: "Person",
      id: "p1",
      name: "Ada",
      profession: null,
      country: null,
      timeZone: null,
      isViewer,
    },
  },
});

test.each([
  ["of one's own asks again for what is shown, with what may be done with it", true, 1],
  ["of another's changes that place alone", false, 0],
])("another role %s", (_what, isViewer, times) => {
  const client = new ApolloClient({ cache: createCache(), link: ApolloLink.empty() });
  const refetch = vi.spyOn(client, "refetchQueries");
  let apply: (updates: unknown[]) => void = () => {};
  const link = {
    follow: (subject: { apply: typeof apply }) => {
      ({ apply } = subject);
      return { stop: () => {}, restart: () => {} };
    },
  } as unknown as Link;
  render(
    <ApolloProvider client={client}>
      <LiveContext value={link}>
        <FollowGroup groupId="g1" after="c1" onEnded={() => {}} />
      </LiveContext>
    </ApolloProvider>,
  );
  apply([roleOf(isViewer)]);
  expect(refetch).toHaveBeenCalledTimes(times);
});
