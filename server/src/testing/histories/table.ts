import type { Rows } from "./row.ts";
import { administrationRows } from "./rows/administration.ts";
import { groupRows } from "./rows/groups.ts";
import { invitationRows } from "./rows/invitations.ts";
import { joiningRows } from "./rows/joining.ts";
import { messageRows } from "./rows/messages.ts";
import { organisationRows } from "./rows/organisations.ts";
import { directoryRows, networkRows, peopleRows } from "./rows/people.ts";
import { programmeRows } from "./rows/programmes.ts";
import { readingRows } from "./rows/reading.ts";
import { threadRows } from "./rows/threads.ts";

/** Every mutation that there is. A field of Mutation without a row fails the law test. */
export const table: Rows = {
  ...peopleRows,
  ...organisationRows,
  ...programmeRows,
  ...groupRows,
  ...invitationRows,
  ...joiningRows,
  ...threadRows,
  ...messageRows,
  ...readingRows,
  ...directoryRows,
  ...administrationRows,
  // What ends places comes last: the others need people where they are.
  ...networkRows,
};
