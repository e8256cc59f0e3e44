import { graphql } from "../../../generated/gql.ts";

export const MarkRead = graphql(`
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      thread {
        id
        lastReadSeq
        unreadCount
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export const MarkUnread = graphql(`
  mutation MarkUnread($input: MarkUnreadInput!) {
    markUnread(input: $input) {
      thread {
        id
        lastReadSeq
        unreadCount
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export const SaveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      thread {
        id
        draft
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

export const SignalTyping = graphql(`
  mutation SignalTyping($input: SignalTypingInput!) {
    signalTyping(input: $input) {
      errors {
        code
        message
        field
      }
    }
  }
`);

export const Mentionables = graphql(`
  query Mentionables($groupId: ID!) {
    group: node(id: $groupId) {
      __typename
      id
      ... on Group {
        everyone: members(first: 100) {
          nodes {
            id
            role
            person {
              id
              name
            }
          }
        }
      }
    }
  }
`);

// `liveCursor` starts live following anew from this answer, which may be older than what came live meanwhile.
export const MessagePage = graphql(`
  query MessagePage(
    $threadId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $around: Int
  ) {
    thread: node(id: $threadId) {
      id
      ... on Thread {
        liveCursor
        lastMessageSeq
        messages(first: $first, after: $after, last: $last, before: $before, around: $around) {
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
