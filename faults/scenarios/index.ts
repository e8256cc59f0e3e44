import { pokesAlone } from "./pokes-alone.ts";
import type { Scenario } from "./scenario.ts";
import { t01 } from "./t01-kill-node.ts";
import { t02 } from "./t02-answer-lost.ts";
import { t03 } from "./t03-same-key.ts";
import { t04 } from "./t04-redis-connections.ts";
import { t05 } from "./t05-redis-away.ts";
import { t06 } from "./t06-redis-hung.ts";
import { t07 } from "./t07-postgres-stopped.ts";
import { t08 } from "./t08-postgres-paused.ts";
import { t09 } from "./t09-links.ts";
import { t11 } from "./t11-rolling-restart.ts";
import { t12 } from "./t12-clock.ts";
import { t13 } from "./t13-fold.ts";
import { t10 } from "./t10-stampede.ts";
import { t14 } from "./t14-removals.ts";
import { t15 } from "./t15-revocations.ts";
import { t16 } from "./t16-paused-reader.ts";
import { t17 } from "./t17-silent-channels.ts";
import { t18 } from "./t18-restore.ts";
import { t19 } from "./t19-disk-full.ts";
import { t20 } from "./t20-everything.ts";

/** Every fault test of the product, in order. */
export const scenarios: readonly Scenario[] = [
  t01,
  t02,
  t03,
  t04,
  t05,
  t06,
  t07,
  t08,
  t09,
  t10,
  t11,
  t12,
  t13,
  t14,
  t15,
  t16,
  t17,
  t18,
  t19,
  t20,
];

/** By name; `mix` is another one for t20. */
export const findScenario = (name: string): Scenario | undefined =>
  [...scenarios, pokesAlone, { ...t20, name: "mix" }].find((each) => each.name === name);
