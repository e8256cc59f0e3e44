import { Field, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { Cursor, DateTime } from "../platform/graphql/scalars.ts";
import { Shared } from "../platform/graphql/sharing/mark.ts";

@Shared()
@InterfaceType({
  description:
    "Every live answer. Apply it when prev <= last < seq, where last is the seq of the last answer (or of the cursor that you followed from); drop it when seq <= last; when prev > last something is missing: follow again from your cursor.",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class LiveUpdate {
  @Field(() => Cursor, {
    description: "The position after this answer: pass it as `after` to go on from here.",
  })
  cursor!: string;
  @Field(() => Int, {
    description: "The count of the channel: 1, 2, 3 … over everything that happens in it.",
  })
  seq!: number;
  @Field(() => Int, {
    description: "This answer stands for all from prev + 1 to seq that concerns what you follow.",
  })
  prev!: number;
  @Field(() => DateTime, {
    description: "When it happened; for control answers, when it was sent.",
  })
  at!: Date;
}

@ObjectType({
  implements: LiveUpdate,
  description: "Everything until here has been told; from now on it is live. Comes once.",
})
export class Live extends LiveUpdate {}

@ObjectType({
  implements: LiveUpdate,
  description: "The stream is alive; its cursor is the newest position. Comes every 25 seconds.",
})
export class Heartbeat extends LiveUpdate {}

@Shared()
@ObjectType({
  implements: LiveUpdate,
  description:
    "What happened while you were no member is left out of the stream: query again to see it.",
})
export class Skipped extends LiveUpdate {
  @Field(() => Int, { description: "First seq that is left out." })
  from!: number;
  @Field(() => Int, { description: "Last seq that is left out." })
  to!: number;
}

export const resetReasons = {
  BAD_CURSOR: "BAD_CURSOR",
  FOREIGN_CURSOR: "FOREIGN_CURSOR",
  OLD_EPOCH: "OLD_EPOCH",
  TOO_FAR_BEHIND: "TOO_FAR_BEHIND",
} as const;
export type ResetReason = keyof typeof resetReasons;
registerEnumType(resetReasons, {
  name: "ResetReason",
  description: "Why a cursor could not be followed.",
  valuesConfig: {
    BAD_CURSOR: {
      description: "It is no cursor of this installation, or lies ahead of the channel.",
    },
    FOREIGN_CURSOR: { description: "It belongs to another channel." },
    OLD_EPOCH: { description: "The installation was restored from a backup since." },
    TOO_FAR_BEHIND: {
      description:
        "More than 5,000 entries have happened since, or some of them are kept no longer.",
    },
  },
});

@Shared()
@ObjectType({
  implements: LiveUpdate,
  description:
    "The cursor cannot be followed. Query again and follow from the new liveCursor. The stream ends.",
})
export class Reset extends LiveUpdate {
  @Field(() => resetReasons, { description: "Why." })
  reason!: ResetReason;
}

export const endReasons = { REMOVED: "REMOVED", LEFT: "LEFT" } as const;
export type EndReason = keyof typeof endReasons;
registerEnumType(endReasons, {
  name: "EndReason",
  description: "Why access ended.",
  valuesConfig: {
    REMOVED: { description: "Somebody ended the membership." },
    LEFT: { description: "The follower left." },
  },
});

@Shared()
@ObjectType({ implements: LiveUpdate, description: "Access ended with this seq. The stream ends." })
export class Ended extends LiveUpdate {
  @Field(() => endReasons, { description: "Why." })
  reason!: EndReason;
}

/** Members of every live union. */
export const controlUpdates = [Live, Heartbeat, Skipped, Reset, Ended] as const;
