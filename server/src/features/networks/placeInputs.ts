import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { networkRoles, type NetworkRole } from "./entities.ts";
import { Membership, Network } from "./types.ts";

const WHY = "Why, for the record; at most 500 characters.";

@InputType({ description: "What somebody is to be in a network." })
export class ChangeNetworkRoleInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => ID, { description: "Somebody who is in it." })
  personId!: string;
  @Field(() => networkRoles, { description: "The role to give." })
  role!: NetworkRole;
  @Field(() => String, { nullable: true, description: WHY })
  reason?: string | null;
}

@ObjectType({ description: "The answer to changeNetworkRole." })
export class ChangeNetworkRolePayload extends Payload {
  @Field(() => Membership, { nullable: true, description: "The place with its role as it is now." })
  membership?: Membership | null;
}

@InputType({ description: "A network to leave, with all its groups." })
export class LeaveNetworkInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Leave even if one of its groups has no coordinator then. Without it that is refused with LAST_COORDINATOR.",
  })
  evenIfLast?: boolean | null;
  @Field(() => String, { nullable: true, description: WHY })
  reason?: string | null;
}

@ObjectType({ description: "The answer to leaveNetwork." })
export class LeaveNetworkPayload extends Payload {
  @Field(() => ID, { nullable: true, description: "The network that you are in no more." })
  networkId?: string | null;
}

@InputType({ description: "Who is to be removed from a network, and so from all its groups." })
export class RemoveFromNetworkInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => ID, { description: "Somebody who is in it." })
  personId!: string;
  @Field(() => String, { nullable: true, description: WHY })
  reason?: string | null;
}

@ObjectType({ description: "The answer to removeFromNetwork." })
export class RemoveFromNetworkPayload extends Payload {
  @Field(() => ID, { nullable: true, description: "Who is in it no more." })
  personId?: string | null;
  @Field(() => Network, { nullable: true, description: "The network as it is now." })
  network?: Network | null;
}
