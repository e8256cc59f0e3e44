/**
 * The shapes of the demo world: what its people are called and what they wrote.
 * Everything is plain data. Writing it to the database is the seeder's work.
 */

export interface DemoNetwork {
  slug: string;
  name: string;
  description: string;
  groups: DemoGroup[];
}

/** An entry of a network's register. Days are days of the calendar, such as 2022-07-01. */
export interface DemoOrganisation {
  /** Unique in its network. */
  key: string;
  name: string;
  kind: "HOSPITAL" | "TRUST" | "HEALTH_SYSTEM" | "UNIVERSITY" | "CHARITY" | "FUNDER";
  country: string;
  area?: string;
  validFrom?: string;
  /** Names that it had before, the earliest first. */
  former?: { name: string; untilDay: string }[];
  /** Key of what carries it on, and since when. */
  wentInto?: { key: string; on: string };
}

export interface DemoProgramme extends DemoSpan {
  description: string;
  waves: (DemoSpan & {
    /** Keys. */
    groups: string[];
  })[];
  /** Keys of the groups that belong to no wave. */
  groups: string[];
  relations: {
    /** Key. */
    organisation: string;
    kind: "FUNDS" | "HOSTS" | "PARTNERS";
    fromDay: string | null;
    untilDay: string | null;
  }[];
}

interface DemoSpan {
  name: string;
  startsOn: string | null;
  endsOn: string | null;
}

export interface DemoGroup {
  /** Unique in the world. */
  key: string;
  name: string;
  kind: "COHORT" | "COMBINED_COHORT" | "COORDINATORS" | "COMMUNITY";
  /** ISO 3166-1 alpha-2, or null for a group across countries and where the standard has no code. */
  country: string | null;
  description: string;
  /** IANA name. The times of the group's messages are read in it. */
  timeZone: string;
  /** People who come to the world with this group. Each stands in one group only. */
  people: DemoPerson[];
  /**
   * People of other groups who are in this one too, by key. Empty for COORDINATORS,
   * whose members follow from who coordinates the groups of the network.
   */
  joined: DemoPlace[];
  threads: DemoThread[];
}

type DemoRole = "MEMBER" | "COORDINATOR";

/** A place in a group of somebody who was introduced in another one. */
interface DemoPlace {
  person: string;
  role: DemoRole;
}

/** What is known of a person, in or outside a group. */
interface DemoProfile {
  name: string;
  email: string;
  profession: string;
  /** ISO 3166-1 alpha-2, or null where the standard has no code. */
  country: string | null;
  timeZone: string;
  /** BCP 47 tags, the preferred one first. */
  languages: string[];
  about?: string;
}

export interface DemoPerson extends DemoProfile {
  /** Unique in the world. */
  key: string;
  /** The role in the group that lists the person. */
  role: DemoRole;
}

export interface DemoThread {
  title: string;
  kind: "DISCUSSION" | "QUESTION" | "ANNOUNCEMENT";
  /** In the order in which they were sent. The first one's author started the thread. */
  messages: DemoMessage[];
  closed?: true;
  pinned?: true;
  /** Which message answers a question, as an index into `messages`. */
  acceptedIndex?: number;
  /** Only in an announcement. */
  askAcknowledgement?: true;
}

export interface DemoMessage {
  /** Key of a person with a place in the group. */
  by: string;
  /**
   * When it was sent: "-12d 08:10" is ten past eight in the morning, by the group's time zone,
   * twelve days before the day of seeding there. Days start at -1d, so nothing is in the future.
   */
  at: string;
  /** Light Markdown. */
  body: string;
  /** The message that it answers, as an index into the thread's `messages`. */
  quote?: number;
  reactions?: DemoReaction[];
  /** What it said before its author edited it. */
  edited?: string;
}

interface DemoReaction {
  /** An emoji, or a leadership value such as "value:compassion". */
  emoji: string;
  /** Keys of people with a place in the group, each once. */
  by: string[];
}

/** An account to try the world with. All of them have the same password. */
export interface DemoAccount {
  email: string;
  /** What somebody sees who signs in with it. */
  shows: string;
  /** Set for who stands in no group, and so in no group's list of people. */
  profile?: DemoProfile;
  /** Slugs of the networks that the person manages. */
  manages?: string[];
}
