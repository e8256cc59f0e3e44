import { createHmac } from "node:crypto";
import { onServer } from "../../server/src/testing/database.ts";
import { author, AUTHOR, epoch, groupUuid, threadUuid } from "../load/event.ts";
import { secret } from "./services.ts";

/** Who is in which room. */
export interface World {
  rooms: number;
  /** Followers of each room. */
  members: number;
  /** Room r's followers are the people r × stride … r × stride + members - 1. */
  stride: number;
  /** People who write, each a member of every room; the first is the author of what the log is given. */
  writers?: number;
}

export const peopleIn = ({ rooms, members, stride }: World): number =>
  (rooms - 1) * stride + members;

const uuid = (kind: string, number: string) =>
  `('be0${kind}0000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const person = (number: string) => uuid("1", number);
const room = (number: string) => uuid("2", number);
const thread = (number: string) => uuid("3", number);
const network = `'be060000-0000-4000-8000-000000000000'::uuid`;
const begin = `'2026-01-05T08:00:00Z'::timestamptz`;

/** Everybody with a session, everything with its channel and every membership with its span, as the commands leave them. */
const seed = (world: World): string => {
  const { rooms, members, stride, writers = 1 } = world;
  const people = `(select n from generate_series(0, ${peopleIn(world) - 1}) n
    union all select n from generate_series(${AUTHOR}, ${AUTHOR + writers - 1}) n) people`;
  const seats = `(select r, r * ${stride} + k as n from generate_series(0, ${rooms - 1}) r, generate_series(0, ${members - 1}) k
    union all select r, n from generate_series(0, ${rooms - 1}) r, generate_series(${AUTHOR}, ${AUTHOR + writers - 1}) n) seats`;
  return `
    update installation set epoch = '${epoch}';
    insert into person (id, name, profession, country, languages, created_at)
      select ${person("n")}, case when n < ${AUTHOR} then 'Member ' || n else '${author.name}' end, '${author.profession}', 'ZM', '{en}', ${begin} from ${people};
    insert into auth."user" (id, name, email, "emailVerified")
      select ${person("n")}, 'Member ' || n, 'member' || n || '@people.example', true from ${people};
    insert into auth.session ("expiresAt", token, "updatedAt", "userId")
      select now() + interval '7 days', 'bench-' || n, now(), ${person("n")} from ${people};
    insert into channel (id, kind) select ${person("n")}, 'PERSON' from ${people};
    insert into channel (id, kind) values (${network}, 'NETWORK');
    insert into network (id, slug, name, member_count, created_at)
      select ${network}, 'bench', 'A network', count(*), ${begin} from ${people};
    insert into network_membership (id, network_id, person_id, role, since)
      select gen_random_uuid(), ${network}, ${person("n")}, 'MEMBER', ${begin} from ${people};
    insert into channel (id, kind) select ${room("r")}, 'GROUP' from generate_series(0, ${rooms - 1}) r;
    insert into "group" (id, network_id, kind, name, member_count, created_at)
      select ${room("r")}, ${network}, 'COMMUNITY', 'Group ' || r, ${members + writers}, ${begin} from generate_series(0, ${rooms - 1}) r;
    insert into membership (id, group_id, person_id, role, state, since)
      select gen_random_uuid(), ${room("r")}, ${person("n")}, 'MEMBER', 'ACTIVE', ${begin} from ${seats};
    insert into membership_span (channel_id, person_id, from_seq)
      select ${room("r")}, ${person("n")}, 1 from ${seats};
    insert into thread (id, group_id, kind, title, created_by, created_at)
      select ${thread("r")}, ${room("r")}, 'DISCUSSION', 'A thread', ${person(`${AUTHOR}`)}, ${begin} from generate_series(0, ${rooms - 1}) r;
    analyze;
  `;
};

export const seedWorld = (url: string, world: World): Promise<void> => onServer(url, seed(world));

/** The signed token of the n-th person's session. */
export function tokenOf(n: number): string {
  const token = `bench-${n}`;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return encodeURIComponent(`${token}.${signature}`);
}

export const cookieOf = (n: number): string => `baraza.session_token=${tokenOf(n)}`;

/** A thread's messages, one a second, by so many people in turn; the thread's numbers follow. */
export async function seedMessages(
  url: string,
  { room: index, count, authors }: { room: number; count: number; authors: number },
): Promise<void> {
  await onServer(
    url,
    `insert into message (id, thread_id, group_id, seq, author_id, author_role, body, client_key, created_at)
      select gen_random_uuid(), '${threadUuid(index)}', '${groupUuid(index)}', n, ${person(`${AUTHOR} + n % ${authors}`)}, 'MEMBER',
        'The second pump came back today, so the ward runs on its own water again; the list of what is lacking is in the file. ' || n,
        gen_random_uuid(), ${begin} + n * interval '1 second'
      from generate_series(1, ${count}) n;
    update thread set last_message_seq = ${count}, last_message_id = (select id from message where thread_id = thread.id and seq = ${count})
      where id = '${threadUuid(index)}';
    analyze;`,
  );
}
