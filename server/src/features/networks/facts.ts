import { defineFact } from "../../live/fact.ts";

/** In the network's channel: the person's view of it begins here. Nobody is shown it. */
export const NetworkJoined = defineFact<{ personId: string }>("NetworkJoined");
