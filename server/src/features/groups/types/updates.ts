import { Field, ID, ObjectType } from "type-graphql";
import { lifeStates, type LifeState } from "../entities/life.ts";
import type { Entry } from "../../../live/entities.ts";
import { LiveUpdate } from "../../../live/updates.ts";
import { globalId } from "../../../platform/graphql/ids.ts";

// Each keeps the entry that it shows; what it shows of it is read when it is asked for (resolvers/updates.ts).

@ObjectType({
  implements: LiveUpdate,
  description: "The network has a new group. Of a confidential one its managers alone are told.",
})
export class GroupCreated extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description:
    "What a group says of itself, who may know of it, its days or its seats were changed. It may be new to the viewer.",
})
export class GroupEdited extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description:
    "A group is in another state of its life: what one may do in it is another, so ask again for what shows that.",
})
export class GroupMovedOn extends LiveUpdate {
  entry!: Entry;
  @Field(() => lifeStates, { description: "The state that it was in." })
  get from(): LifeState {
    return this.entry.data["from"] as LifeState;
  }
  @Field(() => String, { nullable: true, description: "Why." })
  get reason(): string | null {
    return this.entry.data["reason"] as string | null;
  }
}

@ObjectType({
  implements: LiveUpdate,
  description: "A group became confidential: who may not know of it any more forgets it.",
})
export class GroupHidden extends LiveUpdate {
  entry!: Entry;
  @Field(() => ID, { description: "Which group." })
  get groupId(): string {
    return globalId("Group", this.entry.data["groupId"] as string);
  }
}

@ObjectType({ implements: LiveUpdate, description: "Somebody came into the group." })
export class MemberAdmitted extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "Somebody was removed from the group." })
export class MemberRemoved extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "Somebody left the group." })
export class MemberLeft extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "Somebody has another role in the group." })
export class RoleChanged extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description: "Seats are held or free again, or more or fewer people wait for one.",
})
export class SeatsChanged extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "The group's compact has a new version." })
export class CompactWritten extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "A member agreed to the group's compact." })
export class CompactAgreed extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "The viewer came into a group." })
export class GroupJoined extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description:
    "The viewer has another role in a group: what they see of it and may do in it is another, so ask again for what shows that.",
})
export class GroupRoleChanged extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "The viewer is in a group no more." })
export class GroupLeft extends LiveUpdate {
  entry!: Entry;
  @Field(() => ID, { description: "Which group." })
  get groupId(): string {
    return globalId("Group", this.entry.data["groupId"] as string);
  }
}
