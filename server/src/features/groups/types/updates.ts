import { Field, ID, ObjectType } from "type-graphql";
import type { Entry } from "../../../live/entities.ts";
import { LiveUpdate } from "../../../live/updates.ts";
import { globalId } from "../../../platform/graphql/ids.ts";

// Each keeps the entry that it shows; what it shows of it is read when it is asked for (resolvers/updates.ts).

@ObjectType({ implements: LiveUpdate, description: "The network has a new group." })
export class GroupCreated extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description: "A group's name, description or country was changed.",
})
export class GroupEdited extends LiveUpdate {
  entry!: Entry;
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

@ObjectType({ implements: LiveUpdate, description: "The viewer came into a group." })
export class GroupJoined extends LiveUpdate {
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
