import { v7 as uuid } from "uuid";
import { newPerson, type PersonRow } from "../features/people/entities.ts";
import { daysBefore } from "./clock.ts";
import { demoAccounts, demoNetworks } from "./content/world.ts";
import type { Journal } from "./journal.ts";

/** Somebody of the demo world. `createdAt` moves back to when they first come into a network. */
export interface Character {
  person: PersonRow;
  email: string;
}

/** Everybody, by their key in the world, or by their address for who stands in no group. */
export function gatherPeople({
  journal,
  now,
}: {
  journal: Journal;
  now: Date;
}): Map<string, Character> {
  const profiles = [
    ...demoNetworks.flatMap(({ groups }) => groups).flatMap(({ people }) => people),
    ...demoAccounts.flatMap(({ profile }) => (profile ? [{ ...profile, key: profile.email }] : [])),
  ];
  return new Map(
    profiles.map(({ key, email, name, profession, country, timeZone, languages, about }) => {
      const id = uuid();
      journal.createChannel(id, "PERSON");
      const createdAt = daysBefore(now, 30);
      const person = newPerson({
        id,
        name,
        profession,
        country,
        timeZone,
        languages,
        about: about ?? null,
        createdAt,
      });
      return [key, { person, email }];
    }),
  );
}
