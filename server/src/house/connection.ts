import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { badInput } from "../platform/graphql/errors.ts";

const DEFAULT = 20;
const MOST = 100;

@ObjectType({ description: "Where a page of a list ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more comes after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether something comes before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first edge." })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last edge: pass it as `after`.",
  })
  endCursor!: string | null;
}

@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, description: "How many, 1 to 100; 20 when left out." })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "The cursor to go on behind." })
  after?: string | null;
}

/** A Relay connection's value for rows of `T`. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** The connection and edge types of one Node; made once, beside the Node's own type. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.` })
  class Edge {
    @Field(() => String, { description: "Where it stands in the list." })
    cursor!: string;
    @Field(node, { description: `The ${name}.` })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection implements Page<T> {
    @Field(() => [Edge], { description: "The page with its cursors." })
    edges!: Edge[];
    @Field(() => [node()], { description: "The page without cursors." })
    nodes!: T[];
    @Field(() => PageInfo, { description: "Where the page ends." })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** A key that a list is ordered by, unique in it. */
export type Key = readonly (string | number)[];

/** How many rows to read and behind which key. Throws BAD_USER_INPUT for a wrong `first` or a forged cursor. */
export function forward(
  args: ForwardArgs,
  parts: readonly KeyPart[],
): { limit: number; after: Key | null } {
  return {
    limit: pageSize(args.first, "first"),
    after: args.after ? readKey(args.after, parts) : null,
  };
}

export function pageSize(size: number | null | undefined, name: "first" | "last"): number {
  const limit = size ?? DEFAULT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw badInput(`${name} must be from 1 to ${MOST}.`);
  return limit;
}

/** A page from rows of which one more than `limit` was read, to learn whether more comes. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  {
    limit,
    after,
    key,
    present,
  }: { limit: number; after: Key | null; key: (row: Row) => Key; present: (row: Row) => T },
): Page<T> {
  const edges = rows
    .slice(0, limit)
    .map((row) => ({ cursor: writeKey(key(row)), node: present(row) }));
  return toPage(edges, { hasNextPage: rows.length > limit, hasPreviousPage: after !== null });
}

export function toPage<T>(
  edges: { cursor: string; node: T }[],
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
): Page<T> {
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      ...more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export const writeKey = (key: Key): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

const shapes = {
  number: (part: unknown) => Number.isSafeInteger(part) && Math.abs(part as number) < 2 ** 31,
  instant: (part: unknown) =>
    typeof part === "string" &&
    /^(?!0000)\d{4}-/.test(part) &&
    // As it was written; 30 February is read too, as a day in March, which the database does not know.
    !Number.isNaN(Date.parse(part)) &&
    new Date(part).toISOString() === part,
  text: (part: unknown) =>
    typeof part === "string" && part.length <= 1_000 && part.isWellFormed() && !part.includes("\0"),
  uuid: (part: unknown) =>
    typeof part === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
};

type KeyPart = keyof typeof shapes;

export function readKey(cursor: string, parts: readonly KeyPart[]): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (
      Array.isArray(key) &&
      key.length === parts.length &&
      parts.every((part, at) => shapes[part](key[at]))
    )
      return key as Key;
  } catch {
    // Not even JSON: answered below like every other forgery.
  }
  throw badInput("This cursor is not from this list.");
}
