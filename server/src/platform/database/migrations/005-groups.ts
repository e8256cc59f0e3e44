import { Migration } from "@mikro-orm/migrations";

/** Groups say who may know of them, where they stand in their life, and where they work; seats can be held. */
export class Groups extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table "group"
  add column visibility text not null default 'PRIVATE'
    check (visibility in ('OPEN', 'RESTRICTED', 'PRIVATE', 'CONFIDENTIAL')),
  add column state text not null default 'ACTIVE'
    check (state in ('FORMING', 'ACTIVE', 'SELF_SUSTAINING', 'GRADUATED', 'SEALED')),
  add column state_since timestamptz(3) not null default now(),
  add column setting text check (setting in ('RURAL', 'URBAN', 'MIXED')),
  add column facility_level text
    check (facility_level in ('COMMUNITY', 'PRIMARY', 'DISTRICT', 'REGIONAL', 'NATIONAL')),
  add column resources text,
  add column field text,
  add column language text,
  add column starts_on date,
  add column ends_on date,
  add column held_count integer not null default 0 check (held_count >= 0),
  add column waiting_count integer not null default 0 check (waiting_count >= 0),
  add constraint group_days check (ends_on >= starts_on),
  add constraint group_seats_held
    check (member_capacity is null or member_count + held_count <= member_capacity);
update "group" set visibility = 'OPEN' where kind = 'COMMUNITY';

-- Circles end by themselves.
create index group_ends on "group" (ends_on) where ends_on is not null and state <> 'SEALED';
-- The managers of a network are told of what its other members may not know of.
create index network_membership_managers on network_membership (network_id)
  where role = 'MANAGER' and until is null;
`);
  }
}
