import { Migration } from "@mikro-orm/migrations";

/** What a network looks like, where and in which languages it works, and what new groups in it begin with. */
export class NetworkLook extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table network
  add column version integer not null default 1,
  add column accent text check (accent ~ '^#[0-9a-f]{6}$'),
  add column mark_letters text,
  add column languages text[] not null default '{}',
  add column works_in text[] not null default '{}',
  add column member_seats integer check (member_seats > 0),
  add column coordinator_seats integer check (coordinator_seats > 0),
  add column group_visibility text;
`);
  }
}
