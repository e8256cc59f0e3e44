import { defineFact } from "../../live/fact.ts";

/** In the network's channel, where the person's view of it begins and nobody is shown it, and in the person's own. */
export const NetworkJoined = defineFact<{ networkId: string; personId: string }>("NetworkJoined");
