import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { CIRCLE_DAYS, daysBetween, isCircle } from "../entities/context.ts";
import { defaultCapacities, type CohortSeats, type GroupRow } from "../entities/group.ts";
import type { CreateGroupInput, EditGroupInput, GroupContextInput } from "../types/groupInputs.ts";

/** What the group is to be in the wish, where the wish says something of it. */
export function wishedContext(input: GroupContextInput): Partial<GroupRow> {
  const wished: Partial<GroupRow> = {};
  if (input.description !== undefined)
    wished.description = cleanOptional(input.description, { field: "description", max: 2_000 });
  if (input.resources !== undefined)
    wished.resources = cleanOptional(input.resources, { field: "resources", max: 500 });
  const { country, setting, facilityLevel, field, language, startsOn, endsOn } = input;
  const plain = { country, setting, facilityLevel, field, language, startsOn, endsOn };
  for (const [name, value] of Object.entries(plain))
    if (value !== undefined) Object.assign(wished, { [name]: value });
  return wished;
}

const MOST = { memberCapacity: 100_000, coordinatorCapacity: 100 };
type Capacity = keyof typeof MOST;

/** Seats of a new group; what is left out is as its kind and its network have it. */
export function seatsOfNew(
  input: CreateGroupInput,
  network: CohortSeats,
): Pick<GroupRow, Capacity> {
  const usual = defaultCapacities(input.kind, network);
  return {
    memberCapacity: checkCapacity("memberCapacity", input.memberCapacity ?? usual.memberCapacity),
    coordinatorCapacity: checkCapacity(
      "coordinatorCapacity",
      input.coordinatorCapacity ?? usual.coordinatorCapacity,
    ),
  };
}

/** Seats as they are changed: never fewer than are taken. */
export function changedSeats(input: EditGroupInput, group: GroupRow): Partial<GroupRow> {
  const taken = {
    memberCapacity: group.memberCount + group.heldCount,
    coordinatorCapacity: group.coordinatorCount,
  };
  const wished: Partial<GroupRow> = {};
  for (const name of Object.keys(MOST) as Capacity[]) {
    const capacity = input[name];
    if (capacity === undefined) continue;
    if (capacity !== null && capacity < taken[name])
      throw refused(
        "INVALID_INPUT",
        `${taken[name]} of these seats are taken: give at least as many, or let people go first.`,
        [name],
      );
    wished[name] = checkCapacity(name, capacity);
  }
  return wished;
}

function checkCapacity(name: Capacity, capacity: number | null): number | null {
  const max = MOST[name];
  if (capacity !== null && (capacity < 1 || capacity > max))
    throw refused("INVALID_INPUT", `The capacity must be from 1 to ${max}.`, [name]);
  return capacity;
}

/** Refuses days that cannot be, and a circle that is none. */
export function checkDays(
  group: Pick<GroupRow, "kind" | "startsOn" | "endsOn" | "field" | "country">,
): void {
  const { startsOn = null, endsOn = null, field, country } = group;
  if (startsOn && endsOn && endsOn < startsOn)
    throw refused("INVALID_INPUT", "The last day comes before the first.", ["endsOn"]);
  if (!endsOn || !isCircle({ kind: group.kind, endsOn })) return;
  if (!startsOn)
    throw refused("INVALID_INPUT", "A circle needs a first day as well as a last one.", [
      "startsOn",
    ]);
  const days = daysBetween(startsOn, endsOn);
  if (days < CIRCLE_DAYS.least || days > CIRCLE_DAYS.most)
    throw refused(
      "INVALID_INPUT",
      `A circle lasts four to eight weeks: these are ${days} days. Leave the last day out for a community without an end.`,
      ["endsOn"],
    );
  if (!field)
    throw refused("INVALID_INPUT", "A circle is about one field of work: choose it.", ["field"]);
  if (country)
    throw refused("INVALID_INPUT", "A circle goes across countries: leave the country out.", [
      "country",
    ]);
}
