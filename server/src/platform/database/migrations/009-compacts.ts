import { Migration } from "@mikro-orm/migrations";

/** What a group has agreed to be to each other: every version of it, and who agreed to which. */
export class Compacts extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table compact_version (
  group_id uuid not null references "group" (id),
  version integer not null check (version >= 1),
  body text not null,
  change text,
  writer_id uuid not null references person (id),
  written_at timestamptz(3) not null,
  primary key (group_id, version)
);

create table compact_agreement (
  group_id uuid not null,
  person_id uuid not null references person (id),
  version integer not null,
  agreed_at timestamptz(3) not null,
  primary key (group_id, person_id, version),
  foreign key (group_id, version) references compact_version (group_id, version)
);
`);
  }
}
