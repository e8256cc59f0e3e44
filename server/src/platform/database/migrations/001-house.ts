import { Migration } from "@mikro-orm/migrations";

/** The ground of live delivery and the first rooms. */
export class House extends Migration {
  override up(): void {
    this.addSql(live);
    this.addSql(people);
    this.addSql(networks);
    this.addSql(groups);
    this.addSql(discussion);
    this.addSql(inbox);
  }
}

const live = /* sql */ `
create table installation (
  id boolean primary key default true check (id),
  epoch uuid not null default gen_random_uuid(),
  secret text check (length(secret) >= 32)
);
insert into installation default values;

create table channel (
  id uuid primary key,
  kind text not null check (kind in ('GROUP', 'NETWORK', 'PERSON')),
  head_seq integer not null default 0 check (head_seq >= 0)
);

create table channel_update (
  channel_id uuid not null references channel (id),
  seq integer not null check (seq > 0),
  at timestamptz not null default now(),
  name text not null,
  version smallint not null,
  label uuid,
  label_prev integer not null default 0,
  subject uuid,
  actor_id uuid,
  data jsonb not null,
  primary key (channel_id, seq)
);
create index channel_update_label on channel_update (channel_id, label, seq) where label is not null;
create index channel_update_subject on channel_update (channel_id, subject) where subject is not null;

create table membership_span (
  channel_id uuid not null references channel (id),
  person_id uuid not null,
  from_seq integer not null,
  to_seq integer check (to_seq >= from_seq),
  primary key (channel_id, person_id, from_seq)
);
create unique index membership_span_open on membership_span (channel_id, person_id) where to_seq is null;

create table consumer_position (
  consumer text not null,
  channel_id uuid not null references channel (id),
  seq integer not null default 0,
  primary key (consumer, channel_id)
);

create table idempotency (
  person_id uuid not null,
  client_key uuid not null,
  request_hash text not null,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, client_key)
);
create index idempotency_age on idempotency (created_at);
`;

const people = /* sql */ `
create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  profession text,
  country text,
  time_zone text,
  languages text[] not null default '{}',
  about text,
  created_at timestamptz not null default now()
);
`;

const networks = /* sql */ `
create table network (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  description text,
  member_count integer not null default 0,
  created_at timestamptz(3) not null default now()
);
create table network_membership (
  id uuid primary key,
  network_id uuid not null references network (id),
  person_id uuid not null references person (id),
  role text not null check (role in ('MEMBER', 'MANAGER', 'MODERATOR')),
  since timestamptz(3) not null default now(),
  until timestamptz(3)
);
create unique index network_membership_open on network_membership (network_id, person_id) where until is null;
create index network_membership_person on network_membership (person_id, since, id) where until is null;
create index network_membership_page on network_membership (network_id, since, id) where until is null;
`;

// Instants that lists are ordered by keep milliseconds, as a cursor does.
const groups = /* sql */ `
create table "group" (
  id uuid primary key,
  network_id uuid not null references network (id),
  kind text not null check (kind in ('COHORT', 'COMBINED_COHORT', 'COORDINATORS', 'COMMUNITY', 'ALUMNI')),
  name text not null,
  description text,
  country text,
  member_capacity integer check (member_capacity between 1 and 100000),
  coordinator_capacity integer check (coordinator_capacity between 1 and 100),
  member_count integer not null default 0 check (member_count >= 0),
  coordinator_count integer not null default 0 check (coordinator_count >= 0),
  last_activity_at timestamptz not null default now(),
  created_at timestamptz(3) not null default now(),
  check (member_capacity is null or member_count <= member_capacity),
  check (coordinator_capacity is null or coordinator_count <= coordinator_capacity)
);
create unique index group_coordinators on "group" (network_id) where kind = 'COORDINATORS';
create index group_page on "group" (network_id, created_at, id);

create table membership (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  person_id uuid not null references person (id),
  role text not null check (role in ('MEMBER', 'COORDINATOR', 'MANAGER', 'MODERATOR')),
  state text not null check (state in ('ACTIVE', 'LEFT', 'REMOVED')),
  since timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  check ((state = 'ACTIVE') = (ended_at is null))
);
create unique index membership_active on membership (group_id, person_id) where state = 'ACTIVE';
create index membership_person on membership (person_id, since, id) where state = 'ACTIVE';
create index membership_page on membership (group_id, since, id) where state = 'ACTIVE';
create index membership_past on membership (group_id, person_id, ended_at) where state <> 'ACTIVE';

create table invitation (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  role text not null check (role in ('MEMBER', 'COORDINATOR')),
  email text,
  label text,
  note text,
  invited_by uuid not null references person (id),
  generation integer not null default 1,
  max_uses integer not null default 1 check (max_uses between 1 and 1000),
  use_count integer not null default 0 check (use_count >= 0 and use_count <= max_uses),
  created_at timestamptz(3) not null default now(),
  issued_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index invitation_page on invitation (group_id, created_at, id);
create index invitation_issued on invitation (invited_by, issued_at);
create unique index invitation_email on invitation (group_id, email) where email is not null and revoked_at is null and use_count = 0;

create table invitation_use (
  invitation_id uuid not null references invitation (id),
  person_id uuid not null references person (id),
  at timestamptz not null default now(),
  primary key (invitation_id, person_id)
);
`;

const discussion = /* sql */ `
create table thread (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  kind text not null,
  title text not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null default now(),
  last_message_seq integer not null default 0,
  last_message_id uuid,
  last_activity_at timestamptz not null default now(),
  pinned_at timestamptz,
  closed_at timestamptz,
  accepted_message_id uuid,
  asks_acknowledgement boolean not null default false
);
create index thread_page on thread (group_id, (pinned_at is not null) desc, last_activity_at desc, id desc);

create table message (
  id uuid primary key,
  thread_id uuid not null references thread (id),
  group_id uuid not null references "group" (id),
  seq integer not null check (seq > 0),
  author_id uuid not null references person (id),
  author_role text not null,
  body text not null check (octet_length(body) <= 60000),
  quote_id uuid references message (id),
  client_key uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person (id),
  pinned_at timestamptz,
  unique (thread_id, seq),
  unique (author_id, client_key)
);
create index message_at on message (thread_id, created_at);
create index message_pinned on message (thread_id, pinned_at) where pinned_at is not null;

create table message_version (
  message_id uuid not null references message (id),
  version integer not null,
  body text not null,
  at timestamptz not null,
  primary key (message_id, version)
);

create table withdrawn_body (
  message_id uuid primary key references message (id),
  body text not null,
  versions jsonb not null,
  pinned_at timestamptz,
  was_answer boolean not null,
  withdrawn_at timestamptz not null
);
create index withdrawn_body_age on withdrawn_body (withdrawn_at);

create table reaction (
  message_id uuid not null references message (id),
  emoji text not null,
  person_id uuid not null references person (id),
  at timestamptz not null default now(),
  primary key (message_id, emoji, person_id)
);

create table read_mark (
  person_id uuid not null references person (id),
  thread_id uuid not null references thread (id),
  last_read_seq integer not null default 0,
  updated_at timestamptz not null default now(),
  primary key (person_id, thread_id)
);

create table acknowledgement (
  thread_id uuid not null references thread (id),
  person_id uuid not null references person (id),
  at timestamptz not null default now(),
  primary key (thread_id, person_id)
);

create table draft (
  person_id uuid not null references person (id),
  thread_id uuid not null references thread (id),
  body text not null,
  updated_at timestamptz not null default now(),
  primary key (person_id, thread_id)
);
`;

const inbox = /* sql */ `
create table mention (
  person_id uuid not null references person (id),
  message_id uuid not null references message (id),
  at timestamptz not null default now(),
  primary key (person_id, message_id)
);
create index mention_page on mention (person_id, at desc, message_id);
`;
