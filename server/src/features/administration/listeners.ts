import type { Consumer } from "../../live/consumers.ts";
import { takeStep } from "./commands/takeStep.ts";
import { BulkActMoved } from "./facts.ts";

/**
 * Does what was begun, step by step: each step tells that the act has moved, and hearing that is what takes the next
 * one. So an act goes on wherever a node is, without anybody's looking after it, and stops where its node stops.
 */
export const bulkSteps: Consumer = {
  name: "bulk-steps",
  hears: [BulkActMoved.name],
  // It is told to several people; one of them is enough to go on by.
  concerns: ({ channelId, data }) => channelId === data["actorId"],
  handle: (tools, { data }) => takeStep(tools, data["bulkActId"] as string),
};
