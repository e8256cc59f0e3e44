import type { FragmentType } from "@apollo/client";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { BulkGroupsFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Section } from "../../../ui/PageFrame.tsx";

const BulkGroupsDocument = graphql(`
  fragment BulkGroups on BulkAct {
    groups(first: 100) {
      nodes {
        members
        coordinators
        memberSeats
        short
        group {
          id
          name
        }
      }
    }
  }
`);

/** Into which groups how many are invited, and whether they have the seats. */
export function BulkGroups({ act }: { act: FragmentType<BulkGroupsFragment> }) {
  const { t } = useLingui();
  const data = useFragmentData(BulkGroupsDocument, act);
  if (!data || data.groups.nodes.length === 0) return null;
  return (
    <Section title={t`Groups`}>
      <ul className="grid gap-2">
        {data.groups.nodes.map(({ group, members, coordinators, memberSeats, short }) => (
          <li key={group?.id} className="grid gap-1 rounded-lg border border-line p-3 text-sm">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <bdi className="min-w-0 font-semibold">{group?.name}</bdi>
              {short && (
                <Chip tone="clay">
                  <Trans>Not enough seats</Trans>
                </Chip>
              )}
            </div>
            <p className="text-xs text-ink-2">
              <bdi>
                <Plural value={members} one="# member" other="# members" />
              </bdi>
              {" · "}
              <bdi>
                <Plural value={coordinators} one="# coordinator" other="# coordinators" />
              </bdi>
              {memberSeats != null && (
                <>
                  {" · "}
                  <bdi>
                    <Plural
                      value={memberSeats}
                      one="# seat free for members"
                      other="# seats free for members"
                    />
                  </bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
