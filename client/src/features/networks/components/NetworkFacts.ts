import { graphql } from "../../../generated/gql.ts";

/** What can be edited of a network: its page, its settings and its live updates ask for the same. */
export const NetworkFactsDocument = graphql(`
  fragment NetworkFacts on Network {
    id
    version
    name
    description
    markLetters
    languages
    worksIn
    memberSeats
    coordinatorSeats
    groupVisibility
    look {
      accent
      light {
        brand
        brandSoft
        onBrand
      }
      dark {
        brand
        brandSoft
        onBrand
      }
    }
  }
`);
