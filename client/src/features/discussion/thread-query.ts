import { graphql } from "../../generated/gql.ts";

/** All that the page shows, in one request. */
export const threadPageQuery = graphql(`
  query ThreadPage($threadId: ID!, $around: Int, $aroundUnread: Boolean, $desk: Boolean!) {
    viewer {
      person {
        id
        name
      }
      ...ShellViewer
    }
    thread: node(id: $threadId) {
      __typename
      id
      ... on Thread {
        title
        kind
        liveCursor
        lastReadSeq
        lastMessageSeq
        unreadCount
        closedAt
        draft
        viewerCan
        ...RightsInThread
        group {
          id
          name
          state
          ...RailGroup @include(if: $desk)
        }
        ...ThreadHeader
        ...ThreadNotices
        messages(around: $around, aroundUnread: $aroundUnread, first: 50) {
          nodes {
            id
            seq
            createdAt
            withdrawnAt
            clientKey
            author {
              id
              name
              isViewer
            }
            ...MessageItem
            ...LiveMessage
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  }
`);
