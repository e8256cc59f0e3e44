import { graphql } from "../../../generated/gql.ts";
import type { NetworkSetUpFragment } from "../../../generated/graphql.ts";

/** What shows how far the setting up of a network has come. Nothing of it is kept: it is all there, or missing. */
export const NetworkSetUpDocument = graphql(`
  fragment NetworkSetUp on Network {
    slug
    id
    description
    worksIn
    languages
    organisations(first: 5) {
      nodes {
        id
        ...OrganisationRow
      }
    }
    programmes(first: 5) {
      nodes {
        id
        ...ProgrammeRow
      }
    }
    groups(first: 50) {
      nodes {
        id
        name
        kind
        state
        coordinatorCount
        invitations(first: 20) {
          nodes {
            id
            role
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type SetUpGroup = NetworkSetUpFragment["groups"]["nodes"][number];

/** In their order. */
export const stepKeys = [
  "name",
  "places",
  "organisations",
  "programmes",
  "groups",
  "coordinators",
] as const;
export type StepKey = (typeof stepKeys)[number];

/** Groups that somebody made, and that are not at their end: the network keeps its coordinators' group by itself. */
export const runningGroups = ({ groups }: NetworkSetUpFragment): SetUpGroup[] =>
  groups.nodes.filter(
    ({ kind, state }) => kind !== "COORDINATORS" && state !== "GRADUATED" && state !== "SEALED",
  );

export const isLed = ({ coordinatorCount }: SetUpGroup) => coordinatorCount > 0;
/** Somebody was asked to lead it, and may still come. */
export const isAsked = ({ invitations }: SetUpGroup) =>
  invitations.nodes.some(({ role, state }) => role === "COORDINATOR" && state === "PENDING");

export function doneSteps(network: NetworkSetUpFragment): ReadonlySet<StepKey> {
  const running = runningGroups(network);
  const done: Record<StepKey, boolean> = {
    name: Boolean(network.description),
    places: network.worksIn.length > 0 && network.languages.length > 0,
    organisations: network.organisations.nodes.length > 0,
    programmes: network.programmes.nodes.length > 0,
    // One that has come to its end was made, too.
    groups: network.groups.nodes.some(({ kind }) => kind !== "COORDINATORS"),
    coordinators: running.length > 0 && running.every((one) => isLed(one) || isAsked(one)),
  };
  return new Set(stepKeys.filter((key) => done[key]));
}
