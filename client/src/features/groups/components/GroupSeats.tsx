import type { FragmentType } from "@apollo/client";
import { Plural } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { GroupSeatsFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Meter } from "../../../ui/Meter.tsx";
import { Seats } from "./Seats.tsx";

const GroupSeatsDocument = graphql(`
  fragment GroupSeats on Group {
    id
    memberCount
    memberCapacity
    coordinatorCount
    coordinatorCapacity
    heldCount
    waitingCount
  }
`);

/** How many are in, and how many can be, each with a bar where there is a limit. */
export function GroupSeats({ group }: { group: FragmentType<GroupSeatsFragment> }) {
  const seats = useFragmentData(GroupSeatsDocument, group);
  if (!seats) return null;
  return (
    <div className="grid gap-3">
      <div className="grid gap-1.5">
        <p>
          <Seats
            count={seats.memberCount}
            capacity={seats.memberCapacity ?? null}
            one={<Plural value={seats.memberCount} one="# member" other="# members" />}
            of={<Plural value={seats.memberCapacity ?? 0} one="# member" other="# members" />}
          />
        </p>
        {(seats.heldCount > 0 || seats.waitingCount > 0) && (
          <p className="text-ink-2">
            <Plural
              value={seats.heldCount}
              _0=""
              one="# seat is held. "
              other="# seats are held. "
            />
            <Plural value={seats.waitingCount} _0="" one="# person waits." other="# people wait." />
          </p>
        )}
        {seats.memberCapacity && <Meter value={seats.memberCount / seats.memberCapacity} />}
      </div>
      <div className="grid gap-1.5">
        <p>
          <Seats
            count={seats.coordinatorCount}
            capacity={seats.coordinatorCapacity ?? null}
            one={
              <Plural value={seats.coordinatorCount} one="# coordinator" other="# coordinators" />
            }
            of={
              <Plural
                value={seats.coordinatorCapacity ?? 0}
                one="# coordinator"
                other="# coordinators"
              />
            }
          />
        </p>
        {seats.coordinatorCapacity && (
          <Meter value={seats.coordinatorCount / seats.coordinatorCapacity} />
        )}
      </div>
    </div>
  );
}
