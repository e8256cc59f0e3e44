import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload, UserError } from "../../house/refusal.ts";
import { Group } from "../groups/public.ts";
import { Thread } from "./types.ts";

@InputType({ description: "One announcement to several groups." })
export class AnnounceToGroupsInput {
  @Field(() => [ID], { description: "The groups that it goes to: 1 to 200." })
  groupIds!: string[];
  @Field(() => String, { description: "1 to 200 characters." })
  title!: string;
  @Field(() => String, {
    description: "What is announced, light Markdown, at most 10,000 characters.",
  })
  body!: string;
  @Field(() => ID, {
    description: "A uuid of the caller's: repeating the request under it gives the first answer.",
  })
  clientKey!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the members are asked to take note.",
  })
  askAcknowledgement?: boolean | null;
}

@ObjectType({ description: "What came of an announcement in one group." })
export class AnnouncementInGroup {
  @Field(() => ID, { description: "Which group." })
  groupId!: string;
  @Field(() => Group, { nullable: true, description: "The group, if you still see it." })
  group!: Group | null;
  @Field(() => Thread, { nullable: true, description: "The thread in which it stands now." })
  thread!: Thread | null;
  @Field(() => UserError, {
    nullable: true,
    description: "Why it is not in this group. Null where it is.",
  })
  error!: UserError | null;
}

@ObjectType({
  description:
    "The answer to announceToGroups. `errors` tells why nothing was announced anywhere; where something was, each group says for itself.",
})
export class AnnounceToGroupsPayload extends Payload {
  @Field(() => [AnnouncementInGroup], {
    description: "One for each group, in the order of the request; empty when there are errors.",
  })
  announcements: AnnouncementInGroup[] = [];
}

@ObjectType({ description: "A group that an announcement is meant for." })
export class AnnouncementTarget {
  @Field(() => Group, { description: "The group." })
  group!: Group;
  @Field(() => UserError, {
    nullable: true,
    description: "Why you may not announce in it now. Null where you may.",
  })
  error!: UserError | null;
}

@ObjectType({ description: "Whom an announcement would reach, if it were written now." })
export class AnnouncementReach {
  @Field(() => [AnnouncementTarget], {
    description: "The groups that were asked for and that you are in; at most 200.",
  })
  groups!: AnnouncementTarget[];
  @Field(() => Int, { description: "The groups among them that would hear it." })
  groupCount!: number;
  @Field(() => Int, { description: "The people in those, each counted once, without yourself." })
  personCount!: number;
}
