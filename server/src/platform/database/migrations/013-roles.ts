import { Migration } from "@mikro-orm/migrations";

/** How somebody's place in a network ended, and when. */
export class Roles extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table network_membership add column ended_as text check (ended_as in ('LEFT', 'REMOVED'));
create index network_membership_past on network_membership (network_id, person_id, until)
  where until is not null;
`);
  }
}
