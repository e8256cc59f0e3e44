import type { PersonRow } from "../features/people/entities.ts";
import { layBackground } from "./background.ts";
import { agreeOnCompacts } from "./compacts.ts";
import { demoNetworks } from "./content/world.ts";
import { Journal } from "./journal.ts";
import { gatherPeople } from "./people.ts";
import { Founding } from "./places.ts";
import { tellProfiles } from "./profiles.ts";
import { readAll } from "./reading.ts";
import type { Rows } from "./rows.ts";
import { applyToNepal } from "./wishes.ts";
import { playThread } from "./talk.ts";

/**
 * The demo world as it would stand in the database had all of it been done through the commands, up to `now`.
 * @param consumers names of those who hear facts: they have heard all of it.
 */
export function buildWorld({ now, consumers }: { now: Date; consumers: readonly string[] }): {
  accounts: (PersonRow & { email: string })[];
  rows: Rows;
} {
  const journal = new Journal();
  const people = gatherPeople({ journal, now });
  const stage = { journal, now, people };
  const foundings = demoNetworks.map((network) => new Founding(network, stage));
  const places = foundings.flatMap((founding) => founding.places);
  const talks = places.flatMap((place) => {
    const played = place.demo.threads.map((demo) => playThread(stage, { place, demo }));
    for (const { thread } of played)
      if (thread.lastActivityAt > place.group.lastActivityAt)
        place.group.lastActivityAt = thread.lastActivityAt;
    return played;
  });
  const readMark = readAll({ places, talks, people, journal, now });
  const wishes = applyToNepal({ journal, now, places });
  const compacts = agreeOnCompacts({ journal, now, places });
  const live = journal.settle();
  const background = foundings.map(layBackground);

  const characters = [...people.values()];
  const networkMembership = foundings.flatMap(({ networkMemberships }) => networkMemberships);
  const profiles = tellProfiles({ people: characters, places: networkMembership, now });
  return {
    accounts: characters.map(({ person, email }) => ({ ...person, email })),
    rows: {
      ...live,
      person: characters.map(({ person }) => person),
      network: foundings.map(({ network }) => network),
      networkMembership,
      ...profiles,
      group: places.map(({ group }) => group),
      membership: places.flatMap(({ members }) => members),
      thread: talks.map(({ thread }) => thread),
      message: talks.flatMap(({ messages }) => messages),
      messageVersion: talks.flatMap(({ versions }) => versions),
      reaction: talks.flatMap(({ reactions }) => reactions),
      acknowledgement: talks.flatMap(({ acknowledgements }) => acknowledgements),
      readMark,
      ...wishes,
      ...compacts,
      organisation: background.flatMap(({ organisation }) => organisation),
      organisationFormerName: background.flatMap((rows) => rows.organisationFormerName),
      programme: background.flatMap(({ programme }) => programme),
      wave: background.flatMap(({ wave }) => wave),
      programmeRelation: background.flatMap(({ programmeRelation }) => programmeRelation),
      programmeGroup: background.flatMap(({ programmeGroup }) => programmeGroup),
      consumerPosition: consumers.flatMap((consumer) =>
        live.channel.map(({ id, headSeq }) => ({ consumer, channelId: id, seq: headSeq })),
      ),
    },
  };
}
