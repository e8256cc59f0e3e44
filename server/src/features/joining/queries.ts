import { sql } from "kysely";
import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import type { Db } from "../../platform/database/database.ts";
import { allowed } from "../../platform/policy/rule.ts";
import { groupForViewer, groupPolicy } from "../groups/public.ts";
import type { ApplicationRow, JoiningFormRow, WaitingPlaceRow } from "./entities.ts";
import {
  applicationById,
  formOfGroup,
  groupApplications,
  groupWaitingPlaces,
  openApplications,
  ownInGroup,
  waitingPlaceById,
} from "./loaders.ts";
import {
  applicationPolicy,
  canSee,
  checkEligibility,
  waitingPolicy,
  type Profile,
  type Side,
} from "./policy.ts";
import { Application, JoiningForm, WaitingPlace } from "./types/joining.ts";

export async function findApplication(ctx: Context, id: string): Promise<Application | null> {
  const row = await ctx.load(applicationById, id);
  return row && showApplication(ctx, row);
}

export async function findWaitingPlace(ctx: Context, id: string): Promise<WaitingPlace | null> {
  const row = await ctx.load(waitingPlaceById, id);
  return row && showWaitingPlace(ctx, row);
}

/** What a group asks of who applies; nothing for who can neither apply nor decide. */
export async function findForm(ctx: Context, groupId: string): Promise<JoiningForm | null> {
  const found = await ctx.load(groupForViewer, groupId);
  if (!found) return null;
  const { row, standing } = found;
  if (row.visibility !== "RESTRICTED" && !groupPolicy.ADMIT(standing, row)) return null;
  const form = await getForm(ctx, groupId);
  const { questions, countries, professions, fields } = form;
  const eligibility = checkEligibility(form, await readProfile(ctx.db, ctx.personId));
  return Object.assign(new JoiningForm(), {
    questions,
    countries,
    professions,
    fields,
    eligibility,
  });
}

/** What eligibility goes by. */
export async function readProfile(db: Db, personId: string): Promise<Profile> {
  const row = await db
    .selectFrom("person")
    .select(["country", "profession", "field"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return {
    country: row.country ?? null,
    profession: row.profession ?? null,
    field: row.field ?? null,
  };
}

type Form = Pick<JoiningFormRow, "questions" | "countries" | "professions" | "fields">;
const noForm: Form = { questions: [], countries: [], professions: [], fields: [] };

/** What is asked; nothing where nobody has set it. */
export const getForm = async (ctx: Context, groupId: string): Promise<Form> =>
  (await ctx.load(formOfGroup, groupId)) ?? noForm;

export async function findOwnApplication(
  ctx: Context,
  groupId: string,
): Promise<Application | null> {
  const { application } = await ctx.load(ownInGroup, groupId);
  return application && showApplication(ctx, application);
}

export async function findOwnWaitingPlace(
  ctx: Context,
  groupId: string,
): Promise<WaitingPlace | null> {
  const { waitingPlace } = await ctx.load(ownInGroup, groupId);
  return waitingPlace && showWaitingPlace(ctx, waitingPlace);
}

/** What the viewer has written of an application so far. */
export async function listDraft(ctx: Context, groupId: string) {
  const row = await ctx.db
    .selectFrom("applicationDraft")
    .select("answers")
    .where("personId", "=", ctx.personId)
    .where("groupId", "=", groupId)
    .executeTakeFirst();
  return row?.answers ?? [];
}

interface OfGroup {
  groupId: string;
  state: string | null;
  args: ForwardArgs;
}

/** The applications to a group for who decides; nothing for everybody else. */
export async function listApplications(
  ctx: Context,
  { groupId, state, args }: OfGroup,
): Promise<Page<Application>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await admitsTo(ctx, groupId))) return none;
  const parent = { parentId: groupId, limit, after, filter: { state } };
  const rows = await ctx.load(groupApplications, parent);
  const present = (row: ApplicationRow) => presentApplication(row, sideOf(ctx, row, true));
  return pageOf(rows, { limit, after, key: placeOf, present });
}

/** How many of them are open, for who decides; null for everybody else. */
export async function countOpenApplications(ctx: Context, groupId: string): Promise<number | null> {
  return (await admitsTo(ctx, groupId)) ? ctx.load(openApplications, groupId) : null;
}

/** Who waits for a seat in a group, for who decides; nobody for everybody else. */
export async function listWaitingPlaces(
  ctx: Context,
  { groupId, state, args }: OfGroup,
): Promise<Page<WaitingPlace>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  if (!(await admitsTo(ctx, groupId))) return none;
  const parent = { parentId: groupId, limit, after, filter: { state } };
  const rows = await ctx.load(groupWaitingPlaces, parent);
  const present = (row: WaitingPlaceRow) => presentWaitingPlace(row, sideOf(ctx, row, true));
  return pageOf(rows, { limit, after, key: placeOf, present });
}

/** The viewer's own applications, the newest first. */
export async function listOwnApplications(
  ctx: Context,
  args: ForwardArgs,
): Promise<Page<Application>> {
  const { rows, ...page } = await ownRows<ApplicationRow>(ctx, "application", args);
  const shown = await Promise.all(rows.map((row) => showApplication(ctx, row)));
  const byId = new Map(shown.map((each) => [each!.key, each!]));
  return pageOf(rows, { ...page, key: placeOf, present: (row) => byId.get(row.id)! });
}

/** The viewer's own waiting places, the newest first. */
export async function listOwnWaitingPlaces(
  ctx: Context,
  args: ForwardArgs,
): Promise<Page<WaitingPlace>> {
  const { rows, ...page } = await ownRows<WaitingPlaceRow>(ctx, "waiting_place", args);
  const shown = await Promise.all(rows.map((row) => showWaitingPlace(ctx, row)));
  const byId = new Map(shown.map((each) => [each!.key, each!]));
  return pageOf(rows, { ...page, key: placeOf, present: (row) => byId.get(row.id)! });
}

async function ownRows<Row>(ctx: Context, table: string, args: ForwardArgs) {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  const behind = after
    ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where person_id = ${ctx.personId} ${behind}
    order by created_at desc, id desc limit ${limit + 1}`.execute(ctx.db);
  return { rows, limit, after };
}

async function showApplication(ctx: Context, row: ApplicationRow): Promise<Application | null> {
  const side = sideOf(ctx, row, await admitsTo(ctx, row.groupId));
  return canSee(side) ? presentApplication(row, side) : null;
}

async function showWaitingPlace(ctx: Context, row: WaitingPlaceRow): Promise<WaitingPlace | null> {
  const side = sideOf(ctx, row, await admitsTo(ctx, row.groupId));
  return canSee(side) ? presentWaitingPlace(row, side) : null;
}

function presentApplication({ id, ...row }: ApplicationRow, side: Side): Application {
  const nextEvents = allowed(applicationPolicy, side, row.state);
  return Object.assign(new Application(), { key: id, ...row, side, nextEvents });
}

function presentWaitingPlace({ id, ...row }: WaitingPlaceRow, side: Side): WaitingPlace {
  const nextEvents = allowed(waitingPolicy, side, row.state);
  return Object.assign(new WaitingPlace(), { key: id, ...row, side, nextEvents });
}

const sideOf = (ctx: Context, row: { personId: string }, admits: boolean): Side => ({
  isOwn: row.personId === ctx.personId,
  admits,
});

async function admitsTo(ctx: Context, groupId: string): Promise<boolean> {
  const found = await ctx.load(groupForViewer, groupId);
  return found !== null && groupPolicy.ADMIT(found.standing, found.row);
}

const none = toPage<never>([], { hasNextPage: false, hasPreviousPage: false });
const placeOf = (row: { createdAt: Date; id: string }) =>
  [row.createdAt.toISOString(), row.id] as const;
