import { graphql } from "../../../generated/gql.ts";

export const BoardRowDocument = graphql(`
  fragment BoardRow on Group {
    id
    name
    kind
    isCircle
    visibility
    country
    state
    memberCapacity
    memberCount
    heldCount
    waitingCount
    coordinatorCount
    lastActivityAt
    attention
    openApplicationCount
    programme {
      id
      name
    }
    wave {
      id
      name
    }
    members(role: COORDINATOR, first: 3) {
      nodes {
        id
        person {
          id
          name
        }
      }
    }
  }
`);
