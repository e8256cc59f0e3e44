import { Migration } from "@mikro-orm/migrations";

/** What people tell of themselves and to whom, their pictures, and who may be found in which network. */
export class People extends Migration {
  override up(): void {
    this.addSql(profile);
    this.addSql(pictures);
    this.addSql(directory);
  }
}

const profile = /* sql */ `
alter table person
  add column pronunciation text,
  add column field text,
  add column career_stage text,
  add column also_reads text[] not null default '{}',
  add column also_writes text[] not null default '{}',
  add column interests text[] not null default '{}',
  add column can_help_with text,
  add column shown_to_groups text[] not null default '{}',
  add column shown_to_nobody text[] not null default '{}',
  add column photo text;

create table post (
  id uuid primary key,
  person_id uuid not null references person (id),
  title text not null,
  employer text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  created_at timestamptz(3) not null default now()
);
create index post_person on post (person_id, starts_on desc, id);
`;

// Bytes that are packed already are kept as they are.
const pictures = /* sql */ `
create table blob (
  key text primary key,
  type text not null,
  bytes bytea not null check (octet_length(bytes) <= 1048576),
  created_at timestamptz not null default now()
);
alter table blob alter column bytes set storage external;

create table photo (
  hash text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null default now()
);
create index photo_person on photo (person_id);
create index photo_age on photo (created_at);
alter table person add constraint person_photo foreign key (photo) references photo (hash);
`;

// A search reads what was changed since the last tidying too, one by one, unless each change goes in at once.
// Who is in a network no more is found there no more, whoever ended it.
const directory = /* sql */ `
create table directory_entry (
  network_id uuid not null references network (id),
  person_id uuid not null references person (id),
  sort_key text collate "C" not null,
  terms tsvector not null,
  primary key (network_id, person_id)
);
create index directory_entry_page on directory_entry (network_id, sort_key, person_id);
create index directory_entry_terms on directory_entry using gin (terms) with (fastupdate = off);
create index directory_entry_person on directory_entry (person_id);

create function leave_directory() returns trigger language plpgsql as $$
begin
  delete from directory_entry where network_id = new.network_id and person_id = new.person_id;
  return null;
end $$;
create trigger network_membership_ended after update of until on network_membership
  for each row when (old.until is null and new.until is not null) execute function leave_directory();
`;
