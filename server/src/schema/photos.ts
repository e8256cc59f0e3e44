import { sharesGroup } from "../features/groups/loaders.ts";
import { takePhoto } from "../features/people/commands/takePhoto.ts";
import { findPhoto } from "../features/people/queries.ts";
import { Context, type House } from "../house/context.ts";
import type { Pictures } from "../platform/files/exchange.ts";

/** The pictures of people, for the door through which they are sent and shown. */
export function photosOf(house: House) {
  const pictures: Pictures = {
    take: (viewer, sent) => takePhoto(house, { personId: viewer.personId, ...sent }),
    find: (viewer, name) => findPhoto(new Context(house, viewer), { name, sharesGroup }),
  };
  return {
    path: "/files/photos",
    pictures,
    scopes: { write: "profile:write", read: "profile:read" },
  };
}
