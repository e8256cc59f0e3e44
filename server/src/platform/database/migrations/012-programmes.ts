import { Migration } from "@mikro-orm/migrations";

/** Programmes with their waves, the organisations behind them for some days, and the groups that belong to them. */
export class Programmes extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table programme (
  id uuid primary key,
  network_id uuid not null references network (id),
  name text not null check (length(name) between 1 and 120),
  description text,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  version integer not null default 1,
  created_at timestamptz(3) not null default now()
);
create index programme_page on programme (network_id, created_at, id);

create table wave (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  name text not null check (length(name) between 1 and 120),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  created_at timestamptz not null default now(),
  unique (programme_id, id)
);

create table programme_relation (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('FUNDS', 'HOSTS', 'PARTNERS')),
  from_day date,
  until_day date check (until_day > from_day),
  created_at timestamptz not null default now()
);
create index programme_relation_programme on programme_relation (programme_id);
create index programme_relation_organisation on programme_relation (organisation_id);

create table programme_group (
  group_id uuid primary key references "group" (id),
  programme_id uuid not null references programme (id),
  wave_id uuid,
  placed_at timestamptz(3) not null default now(),
  foreign key (programme_id, wave_id) references wave (programme_id, id)
);
create index programme_group_page on programme_group (programme_id, placed_at, group_id);
create index programme_group_wave on programme_group (wave_id) where wave_id is not null;
`);
  }
}
