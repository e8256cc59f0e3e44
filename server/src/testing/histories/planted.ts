import { readCursor, writeCursor } from "../../live/cursor.ts";
import type { Data } from "../world.ts";
import type { Spoil } from "./ground.ts";
import { control } from "./truth/liveField.ts";

/** Faults of delivery that the histories have to notice, with the words by which they say it. */
interface Planted {
  spoil: Spoil;
  noticed: RegExp;
}

const isSent = ({ __typename }: Data) => __typename === "MessageSent";

/** Spoils the first update that fits, and no other. */
function once(fits: (update: Data) => boolean, spoil: Spoil): Spoil {
  let done = false;
  return (update, stream) => {
    if (done || !fits(update)) return [update];
    done = true;
    return spoil(update, stream);
  };
}

function swapped(): Spoil {
  let held: Data | null = null;
  let its: object | null = null;
  const hold = once(isSent, (update, stream) => {
    held = update;
    its = stream;
    return [];
  });
  return (update, stream) => {
    const now = hold(update, stream);
    // Told of it by another page's link, it would come twice there: that is another fault too.
    if (its !== stream) return now;
    // A heartbeat between the two would stand at the first one's place: it is another fault.
    if (held && control.includes(update["__typename"] as string)) return [];
    if (now.length === 0 || !held) return now;
    const late = held;
    held = null;
    return [...now, late];
  };
}

const changed = (update: Data, change: Data): Data => ({
  ...update,
  message: { ...update["message"], ...change },
});

/** Such an update as could be, at a place that is another's or nobody's. */
function madeUp(update: Data): Data {
  const position = readCursor(update["cursor"]);
  if (!position) throw new Error("an update without a cursor");
  const seq = position.seq + 1;
  return { ...update, seq, cursor: writeCursor({ ...position, seq }) };
}

/** By name; a function each, because what it remembers is of one history. */
export const planted: Record<string, () => Planted> = {
  dropped: () => ({ spoil: once(isSent, () => []), noticed: /a hole|I8/ }),
  doubled: () => ({ spoil: once(isSent, (update) => [update, update]), noticed: /twice/ }),
  swapped: () => ({ spoil: swapped(), noticed: /a hole/ }),
  "with another body": () => ({
    spoil: once(isSent, (update) => [changed(update, { body: "something else" })]),
    noticed: /I19/,
  }),
  // On every page: one that was read anew since the edit knows the newer version, and rightly keeps it.
  "with an older version": () => ({
    spoil: (update) => [
      update["__typename"] === "MessageEdited" ? changed(update, { version: 1 }) : update,
    ],
    noticed: /went back|I19/,
  }),
  "told of what never was": () => ({
    spoil: once(
      ({ __typename }) => __typename === "ThreadRenamed",
      (update) => [{ ...update, __typename: "ThreadClosed" }],
    ),
    noticed: /I5/,
  }),
  "made up": () => ({
    spoil: once(isSent, (update) => [update, madeUp(update)]),
    noticed: /I9, I10|twice/,
  }),
};

/** A history in which each of them has its chance. */
export const plantedHistory = [
  { name: "sendMessage", numbers: [2, 0, 0, 0, 0], again: false },
  { name: "sendMessage", numbers: [2, 0, 0, 0, 0], again: false },
  { name: "editMessage", numbers: [0, 0, 0, 0, 0], again: false },
  { name: "renameThread", numbers: [0, 0, 0, 0, 0], again: false },
  { name: "removeMember", numbers: [0, 0, 0, 0, 0], again: false },
  { name: "sendMessage", numbers: [0, 0, 0, 0, 0], again: false },
];
