import { randomUUID } from "node:crypto";
import { type Person, signUp, tell } from "./api.ts";

/** A network with one cohort, made for one journey: nobody else looks at it. */
export interface Group {
  id: string;
  networkId: string;
  slug: string;
  name: string;
  path: string;
  /** Made network and group; has no seat. */
  manager: Person;
  coordinator: Person;
  members: Person[];
}

const names = ["Ana Lindiwe", "Ben Okello", "Chipo Daka", "Dawit Abate", "Esi Mensah"];

export async function makeGroup(
  url: string,
  { members: count = 1, name = "Night shift" }: { members?: number; name?: string } = {},
): Promise<Group> {
  const [manager, coordinator, ...members] = await Promise.all(
    ["Miriam Oduya", "Thandiwe Zulu", ...names.slice(0, count)].map((one) => signUp(url, one)),
  );
  if (!manager || !coordinator) throw new Error("Nobody signed up");
  const slug = `n-${randomUUID().slice(0, 8)}`;
  const { network } = await tell<{ network: { id: string } }>(
    manager,
    "createNetwork",
    { slug, name: "Journeys" },
    "network { id }",
  );
  const { group } = await tell<{ group: { id: string } }>(
    manager,
    "createGroup",
    { networkId: network.id, kind: "COHORT", name, country: "ZM" },
    "group { id }",
  );
  await bring(manager, group.id, "COORDINATOR", [coordinator]);
  await bring(manager, group.id, "MEMBER", members);
  const path = `/groups/${group.id}`;
  return { id: group.id, networkId: network.id, slug, name, path, manager, coordinator, members };
}

/** A link by which so many can join: its token. */
export async function makeLink(
  who: Person,
  groupId: string,
  { role = "MEMBER", maxUses = 1 }: { role?: string; maxUses?: number } = {},
): Promise<string> {
  const wants = "invitation { token }";
  const { invitation } = await tell<{ invitation: { token: string } }>(
    who,
    "createInvitationLink",
    { groupId, role, maxUses },
    wants,
  );
  return invitation.token;
}

async function bring(by: Person, groupId: string, role: string, who: Person[]): Promise<void> {
  if (who.length === 0) return;
  const token = await makeLink(by, groupId, { role, maxUses: who.length });
  await Promise.all(who.map((one) => tell(one, "acceptInvitation", { token })));
}

export interface Thread {
  id: string;
  path: string;
}

export async function startThread(
  who: Person,
  groupId: string,
  input: { title?: string; body?: string; kind?: string; askAcknowledgement?: boolean } = {},
): Promise<Thread> {
  const { thread } = await tell<{ thread: { id: string } }>(
    who,
    "startThread",
    {
      groupId,
      kind: "DISCUSSION",
      title: "Handover in the rain",
      body: "How do you hand over when the road is wet?",
      clientKey: randomUUID(),
      ...input,
    },
    "thread { id }",
  );
  return { id: thread.id, path: `/groups/${groupId}/threads/${thread.id}` };
}

export interface Sent {
  id: string;
  seq: number;
}

export async function send(
  who: Person,
  threadId: string,
  body: string,
  quoteId: string | null = null,
): Promise<Sent> {
  const input = { threadId, body, quoteId, clientKey: randomUUID() };
  const { message } = await tell<{ message: Sent }>(
    who,
    "sendMessage",
    input,
    "message { id seq }",
  );
  return message;
}
