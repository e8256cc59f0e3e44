import { defineFact } from "../../live/fact.ts";

// In the own channels of whose it is and of who decides: it is nobody else's.
export const ApplicationMoved = defineFact<{ applicationId: string; groupId: string }>(
  "ApplicationMoved",
);
export const WaitingPlaceMoved = defineFact<{ waitingPlaceId: string; groupId: string }>(
  "WaitingPlaceMoved",
);
