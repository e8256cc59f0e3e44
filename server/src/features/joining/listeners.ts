import type { Consumer } from "../../live/consumers.ts";
import {
  GroupEdited,
  GroupMovedOn,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
  SeatsChanged,
} from "../groups/public.ts";
import { tidyQueue } from "./commands/tidyQueue.ts";

/** Offers seats that became free to those who wait, and ends what waits where nobody comes in any more. */
export const seatOffers: Consumer = {
  name: "seat-offers",
  hears: [MemberLeft, MemberRemoved, RoleChanged, SeatsChanged, GroupEdited, GroupMovedOn].map(
    ({ name }) => name,
  ),
  async handle(tools, { channelId, data }) {
    const groupId = (data["groupId"] as string | undefined) ?? channelId;
    while (await tidyQueue(tools, groupId));
  },
};
