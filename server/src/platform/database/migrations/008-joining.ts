import { Migration } from "@mikro-orm/migrations";

/** How people come into a group that they were not invited to: what is asked, who applied, who waits for a seat. */
export class Joining extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table joining_form (
  group_id uuid primary key references "group" (id),
  questions jsonb not null,
  countries text[] not null,
  professions text[] not null,
  fields text[] not null,
  updated_at timestamptz(3) not null
);

create table application (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  person_id uuid not null references person (id),
  state text not null
    check (state in ('SUBMITTED', 'INFORMATION_ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
  answers jsonb not null,
  asked text,
  reason text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  due_at timestamptz(3),
  check ((state = 'INFORMATION_ASKED') = (due_at is not null))
);
create unique index application_open on application (group_id, person_id)
  where state in ('SUBMITTED', 'INFORMATION_ASKED');
create index application_page on application (group_id, created_at, id);
create index application_person on application (person_id, created_at, id);
create index application_due on application (due_at) where due_at is not null;

create table application_draft (
  person_id uuid not null references person (id),
  group_id uuid not null references "group" (id),
  answers jsonb not null,
  updated_at timestamptz not null,
  primary key (person_id, group_id)
);

create table waiting_place (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  person_id uuid not null references person (id),
  state text not null check (state in ('WAITING', 'OFFERED', 'TAKEN', 'LAPSED', 'GIVEN_UP')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3),
  check (state <> 'OFFERED' or expires_at is not null)
);
create unique index waiting_place_open on waiting_place (group_id, person_id)
  where state in ('WAITING', 'OFFERED');
create index waiting_place_page on waiting_place (group_id, created_at, id);
create index waiting_place_person on waiting_place (person_id, created_at, id);
create index waiting_place_due on waiting_place (expires_at) where state = 'OFFERED';
`);
  }
}
