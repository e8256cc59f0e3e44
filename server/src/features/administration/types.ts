import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../house/connection.ts";
import { Node } from "../../house/node.ts";
import { Payload } from "../../house/refusal.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { roles, type Role } from "../groups/public.ts";
import {
  bulkActKinds,
  bulkActStates,
  lineOutcomes,
  linePlans,
  type BulkActKind,
  type BulkActState,
  type LineOutcome,
  type LinePlan,
} from "./entities.ts";
import { bulkActions, type BulkAction } from "./policy.ts";

registerEnumType(bulkActKinds, {
  name: "BulkActKind",
  description: "What is done to many at once. Accept values that you do not know: more will come.",
  valuesConfig: {
    INVITE: { description: "A list of people is invited into groups." },
    RESEND: { description: "Invitations that expired are sent again." },
  },
});
registerEnumType(bulkActStates, {
  name: "BulkActState",
  description: "Where an act for many stands.",
  valuesConfig: {
    GATHERING: { description: "Its list is being sent." },
    PLANNED: { description: "It says what it would do, and has done nothing." },
    RUNNING: { description: "It is being done, line by line." },
    DONE: { description: "All that could be done is done." },
    UNDOING: { description: "What nobody has used is being taken back." },
    UNDONE: { description: "What nobody had used was taken back." },
  },
});
registerEnumType(linePlans, {
  name: "LinePlan",
  description: "What is meant to be done with a line, or why nothing is.",
  valuesConfig: {
    INVITE: { description: "Invite the person." },
    SEND_AGAIN: { description: "They were invited before: send that invitation again." },
    INSIDE: { description: "They are in the group already." },
    LOOKALIKE: {
      description:
        "The address has letters that look like others: it may not be who it seems. Done only when it is asked for.",
    },
    DOUBLED: { description: "An earlier line says the same." },
    WRONG_ADDRESS: { description: "This is no e-mail address." },
    WRONG_ROLE: { description: "The role is neither member nor coordinator." },
    NO_GROUP: { description: "There is no group of this name in the network." },
    SEVERAL_GROUPS: { description: "Several groups of the network have this name." },
    CLOSED_GROUP: { description: "The group takes nobody by invitation." },
  },
});
registerEnumType(lineOutcomes, {
  name: "LineOutcome",
  description: "What became of a line.",
  valuesConfig: {
    INVITED: { description: "A letter was sent to them." },
    SENT_AGAIN: { description: "Their earlier invitation was sent again." },
    AS_IT_WAS: { description: "They came in, or were invited, in the meantime." },
    REFUSED: { description: "A rule refused it; the reason says which." },
    REVOKED: { description: "The invitation was taken back." },
    USED: { description: "It could not be taken back: they are in." },
  },
});
registerEnumType(bulkActions, {
  name: "BulkAction",
  description: "What the viewer can do with an act for many.",
  valuesConfig: {
    PLAN: { description: "Plan it again." },
    START: { description: "Let it begin." },
    UNDO: { description: "Take back what nobody has used." },
  },
});

@ObjectType({ description: "How many lines are meant for one thing." })
export class PlanCount {
  @Field(() => linePlans, { description: "What." })
  plan!: LinePlan;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ description: "How many lines became one thing." })
export class OutcomeCount {
  @Field(() => lineOutcomes, { description: "What." })
  outcome!: LineOutcome;
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ description: "A group that people are invited into, beside the seats free in it." })
export class BulkGroup {
  groupId!: string;
  @Field(() => Int, { description: "How many are invited as members." })
  members!: number;
  @Field(() => Int, { description: "How many are invited as coordinators." })
  coordinators!: number;
  @Field(() => Int, {
    nullable: true,
    description: "Seats free for members; null: as many as come.",
  })
  memberSeats!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Seats free for coordinators; null: as many as come.",
  })
  coordinatorSeats!: number | null;
  @Field(() => Boolean, { description: "Whether more are invited than seats are free." })
  short!: boolean;
}
export const BulkGroupConnection = connectionType("BulkGroup", () => BulkGroup);

@ObjectType({ description: "One person of a list." })
export class BulkLine {
  groupId!: string | null;
  @Field(() => Int, { description: "Its place in the list, from 1." })
  number!: number;
  @Field(() => String, { description: "The address; for what is none, what was written." })
  email!: string;
  @Field(() => String, { nullable: true, description: "The person's name, as it was written." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The group, as it was written." })
  groupName!: string | null;
  @Field(() => roles, { nullable: true, description: "What the person would be." })
  role!: Role | null;
  @Field(() => linePlans, { description: "What is meant to be done, or why nothing is." })
  plan!: LinePlan;
  @Field(() => lineOutcomes, { nullable: true, description: "What became of it, once done." })
  outcome!: LineOutcome | null;
  @Field(() => String, { nullable: true, description: "Why it was refused, in English." })
  reason!: string | null;
}
export const BulkLineConnection = connectionType("BulkLine", () => BulkLine);

@ObjectType({
  implements: Node,
  description:
    "Something done to many at once, by a manager of a network: planned, looked at, done step by step, kept as a record. Seen by the network's managers.",
})
export class BulkAct extends Node {
  networkId!: string;
  actorId!: string;
  @Field(() => bulkActKinds, { description: "What it does." })
  kind!: BulkActKind;
  @Field(() => bulkActStates, { description: "Where it stands." })
  state!: BulkActState;
  @Field(() => Int, { description: "Lines that are to be done." })
  total!: number;
  @Field(() => Int, { description: "Lines that are done." })
  done!: number;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it began." })
  startedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When all of it was done." })
  finishedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it was taken back." })
  undoneAt!: Date | null;
  @Field(() => [bulkActions], { description: "What the viewer can do with it now." })
  viewerCan!: BulkAction[];
}
export const BulkActConnection = connectionType("BulkAct", () => BulkAct);

@ObjectType()
abstract class BulkActPayload extends Payload {
  @Field(() => BulkAct, { nullable: true, description: "The act as it is now." })
  bulkAct?: BulkAct | null;
}

@InputType({ description: "One part of a list of people: CSV, or lines as they were pasted." })
export class GatherInvitationsInput {
  @Field(() => ID, { description: "The network whose groups they are invited into." })
  networkId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The act that the first part made; left out for the first part.",
  })
  bulkActId?: string | null;
  @Field(() => Int, { description: "Which part it is, 1 to 100; sent again it takes its place." })
  part!: number;
  @Field(() => String, {
    description:
      "At most 10,000 characters. Columns are address, name, group and role, or as the headings say.",
  })
  text!: string;
}
@ObjectType({ description: "The answer to gatherInvitations." })
export class GatherInvitationsPayload extends BulkActPayload {}

@InputType({ description: "What is meant where a line says nothing." })
export class PlanInvitationsInput {
  @Field(() => ID, { description: "The act whose list is complete." })
  bulkActId!: string;
  @Field(() => ID, { nullable: true, description: "For lines that name no group." })
  groupId?: string | null;
  @Field(() => roles, {
    nullable: true,
    description: "For lines that name no role: MEMBER or COORDINATOR; MEMBER when left out.",
  })
  role?: Role | null;
  @Field(() => String, {
    nullable: true,
    description: "A few words of yours for the letters; at most 1,000 characters.",
  })
  note?: string | null;
}
@ObjectType({ description: "The answer to planInvitations." })
export class PlanInvitationsPayload extends BulkActPayload {}

@InputType({ description: "Which expired invitations are to be sent again." })
export class PlanResendingInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => ID, { nullable: true, description: "One of its groups; all of them when left out." })
  groupId?: string | null;
}
@ObjectType({ description: "The answer to planResending." })
export class PlanResendingPayload extends BulkActPayload {}

@InputType({ description: "A planned act that is to begin." })
export class StartBulkActInput {
  @Field(() => ID, { description: "The act." })
  bulkActId!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "Invite those too whose addresses are LOOKALIKE.",
  })
  includeLookalikes?: boolean | null;
}
@ObjectType({ description: "The answer to startBulkAct." })
export class StartBulkActPayload extends BulkActPayload {}

@InputType({ description: "An act that is to be taken back as far as it can be." })
export class UndoBulkActInput {
  @Field(() => ID, { description: "The act." })
  bulkActId!: string;
}
@ObjectType({ description: "The answer to undoBulkAct." })
export class UndoBulkActPayload extends BulkActPayload {}
