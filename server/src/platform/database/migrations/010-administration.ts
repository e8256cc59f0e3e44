import { Migration } from "@mikro-orm/migrations";

/** What is done to many at once: planned, looked at, done step by step, kept as a record. */
export class Administration extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table bulk_act (
  id uuid primary key,
  network_id uuid not null references network (id),
  kind text not null check (kind in ('INVITE', 'RESEND')),
  state text not null
    check (state in ('GATHERING', 'PLANNED', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
  actor_id uuid not null references person (id),
  note text,
  total integer not null default 0,
  done integer not null default 0,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  undone_at timestamptz(3),
  undone_by uuid references person (id)
);
create index bulk_act_page on bulk_act (network_id, created_at desc, id desc);
create index bulk_act_forgotten on bulk_act (created_at) where state in ('GATHERING', 'PLANNED');

-- A list as it was pasted or read from a file, in parts.
create table bulk_text (
  act_id uuid not null references bulk_act (id) on delete cascade,
  part integer not null,
  text text not null,
  primary key (act_id, part)
);

create table bulk_line (
  act_id uuid not null references bulk_act (id) on delete cascade,
  number integer not null,
  email text not null,
  name text,
  group_name text,
  group_id uuid references "group" (id),
  role text,
  plan text not null,
  outcome text,
  reason text,
  invitation_id uuid references invitation (id),
  primary key (act_id, number)
);
create index bulk_line_waiting on bulk_line (act_id, number) where outcome is null;

-- Which act handed it out last: such invitations count against no person's day.
alter table invitation add column batch_id uuid;
create index invitation_expired on invitation (group_id, expires_at)
  where email is not null and revoked_at is null and use_count = 0;
`);
  }
}
