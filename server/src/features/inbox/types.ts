import { ObjectType } from "type-graphql";

@ObjectType({ description: "What waits for the viewer." })
export class Inbox {}
