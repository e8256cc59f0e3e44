import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./schema.ts";

/** Writes schema.graphql at the root: what callers build on, so it is committed and compared by a test. */
const file = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));
writeFileSync(file, `${printSchema(lexicographicSortSchema(buildSchema()))}\n`);
