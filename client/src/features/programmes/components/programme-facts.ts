import { graphql } from "../../../generated/gql.ts";

/** What a programme's page shows and every act on it answers with. */
export const ProgrammeFactsDocument = graphql(`
  fragment ProgrammeFacts on Programme {
    id
    name
    description
    startsOn
    endsOn
    version
    viewerCan
    waves {
      id
      name
      startsOn
      endsOn
    }
    relations {
      id
      kind
      from
      until
      organisation {
        id
        name
      }
    }
  }
`);
