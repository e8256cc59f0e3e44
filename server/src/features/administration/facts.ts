import { defineFact } from "../../live/fact.ts";

/** In the own channels of the network's managers and of whose act it is: it began, came forward, ended or was undone. */
export const BulkActMoved = defineFact<{ bulkActId: string; actorId: string }>("BulkActMoved");
