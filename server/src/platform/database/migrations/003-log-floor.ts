import { Migration } from "@mikro-orm/migrations";

/** The log is kept for a time: each channel has a floor below its head, and one row says how far the tidying is. */
export class LogFloor extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table channel add column floor_seq integer not null default 0;
alter table channel add constraint channel_floor_below_head check (floor_seq between 0 and head_seq) not valid;
-- What is deleted day by day is cleared away day by day, and not when it has become a fifth of the table.
alter table channel_update set (autovacuum_vacuum_scale_factor = 0.02);

create table log_keeping (
  id boolean primary key default true check (id),
  walked_to uuid,
  round_ended_at timestamptz not null default '-infinity'
);
insert into log_keeping default values;
`);
  }
}
