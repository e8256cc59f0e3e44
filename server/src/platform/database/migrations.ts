import { authSchemaSql } from "../auth/schema.ts";
import { Migration } from "@mikro-orm/migrations";
import { House } from "./migrations/001-house.ts";
import { LogFloor } from "./migrations/003-log-floor.ts";
import { MentionsOfMessage } from "./migrations/004-mentions-of-message.ts";
import { Groups } from "./migrations/005-groups.ts";
import { Joining } from "./migrations/008-joining.ts";
import { People } from "./migrations/006-people.ts";
import { Organisations } from "./migrations/007-organisations.ts";
import { Compacts } from "./migrations/009-compacts.ts";
import { Administration } from "./migrations/010-administration.ts";
import { Programmes } from "./migrations/012-programmes.ts";
import { Roles } from "./migrations/013-roles.ts";
import { NetworkLook } from "./migrations/014-network-look.ts";
import { CoordinatorsRooms } from "./migrations/016-coordinators-rooms.ts";

/** Accounts: the schema `auth` belongs to the account library; its tables are made here so that one list holds all. */
class Accounts extends Migration {
  override up(): void {
    this.addSql(authSchemaSql);
  }
}

/** Every step, oldest first. A step that was released is never changed. */
export const migrations = [
  { name: "001-house", class: House },
  { name: "002-accounts", class: Accounts },
  { name: "003-log-floor", class: LogFloor },
  { name: "004-mentions-of-message", class: MentionsOfMessage },
  { name: "005-groups", class: Groups },
  { name: "006-people", class: People },
  { name: "007-organisations", class: Organisations },
  { name: "008-joining", class: Joining },
  { name: "009-compacts", class: Compacts },
  { name: "010-administration", class: Administration },
  { name: "012-programmes", class: Programmes },
  { name: "013-roles", class: Roles },
  { name: "014-network-look", class: NetworkLook },
  { name: "016-coordinators-rooms", class: CoordinatorsRooms },
];
