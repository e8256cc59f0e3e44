import { Migration } from "@mikro-orm/migrations";

/** A group's coordinators have a room of their own: a derived group that names the group whose it is. */
export class CoordinatorsRooms extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table "group"
  add column room_of uuid references "group" (id),
  add constraint group_room check (room_of is null or kind = 'COORDINATORS');
drop index group_coordinators;
create unique index group_coordinators on "group" (network_id)
  where kind = 'COORDINATORS' and room_of is null;
create unique index group_room_of on "group" (room_of) where room_of is not null;
`);
  }
}
