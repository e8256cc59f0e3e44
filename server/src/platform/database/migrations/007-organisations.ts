import { Migration } from "@mikro-orm/migrations";

/** A register of organisations for each network: employers, hosts and funders, with what they were called before. */
export class Organisations extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table organisation (
  id uuid primary key,
  network_id uuid not null references network (id),
  name text not null check (length(name) between 1 and 200),
  name_key text not null,
  search_key text not null,
  kind text not null,
  country text not null,
  area text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  successor_id uuid references organisation (id) check (successor_id <> id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (successor_id is null or valid_to is not null)
);
create index organisation_page on organisation (network_id, name_key, id);
create index organisation_successor on organisation (successor_id) where successor_id is not null;
create unique index organisation_name on organisation (network_id, country, name_key) where valid_to is null;

create table organisation_former_name (
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  until_day date not null,
  primary key (organisation_id, until_day)
);
`);
  }
}
