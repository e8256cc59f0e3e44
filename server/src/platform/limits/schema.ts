/**
 * The table of counters that have to outlive a restart. Beside the accounts, in their schema,
 * which has to be there. Part of a migration;
 * nothing makes tables at run time. `key` holds a digest, so the table tells nobody's address.
 */
export const limitsSchemaSql = `create table auth.attempt_count (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
`;
