import { graphql } from "../../../generated/gql.ts";

/** All that the screens of this room show of a message. */
export const LiveMessage = graphql(`
  fragment LiveMessage on Message {
    id
    seq
    version
    body
    createdAt
    editedAt
    withdrawnAt
    pinnedAt
    clientKey
    ...MessageItem
    ...MessageActs
    ...MessagePreview
  }
`);

/** A message as it was sent: the same for everybody, so that the server tells it once to all who follow. */
export const SentMessage = graphql(`
  fragment SentMessage on Message {
    id
    seq
    version
    body
    createdAt
    editedAt
    withdrawnAt
    pinnedAt
    clientKey
    authorRole
    author {
      id
      name
      profession
    }
    quote {
      id
      ...MessagePreview
    }
  }
`);

/** What only the one who reads knows of a message. */
export const ViewersMessage = graphql(`
  fragment ViewersMessage on Message {
    id
    viewerCan
    reactions {
      emoji
      count
      viewerReacted
    }
  }
`);

/** What the one who reads can do with messages that come. */
export const RightsInThread = graphql(`
  fragment RightsInThread on Thread {
    id
    viewerCanWithOwn
    viewerCanWithOthers
  }
`);

export const WhoReads = graphql(`
  query WhoReads {
    viewer {
      person {
        id
      }
    }
  }
`);

/** Which version of a message is shown; an older one never replaces it. */
export const KnownVersion = graphql(`
  fragment KnownVersion on Message {
    id
    version
  }
`);

/** What changes on a thread while it is open. */
export const LiveThread = graphql(`
  fragment LiveThread on Thread {
    id
    title
    closedAt
    pinnedAt
    viewerCan
    acceptedAnswer {
      id
      ...MessagePreview
    }
    acknowledgement {
      count
      viewerAcknowledgedAt
    }
  }
`);

export const ThreadUpdates = graphql(`
  subscription ThreadUpdates($threadId: ID!, $after: Cursor) {
    threadUpdates(threadId: $threadId, after: $after) {
      __typename
      ... on LiveUpdate {
        cursor
        seq
        prev
        at
      }
      ... on Ended {
        endReason: reason
      }
      ... on MessageSent {
        message {
          ...SentMessage
        }
      }
      ... on MessageEdited {
        message {
          ...LiveMessage
        }
      }
      ... on MessageWithdrawn {
        message {
          ...LiveMessage
        }
      }
      ... on MessageRestored {
        message {
          ...LiveMessage
        }
      }
      ... on MessagePinned {
        message {
          ...LiveMessage
        }
      }
      ... on ReactionsChanged {
        message {
          ...LiveMessage
        }
      }
      ... on ThreadRenamed {
        thread {
          ...LiveThread
        }
      }
      ... on ThreadClosed {
        thread {
          ...LiveThread
        }
      }
      ... on ThreadReopened {
        thread {
          ...LiveThread
        }
      }
      ... on ThreadPinned {
        thread {
          ...LiveThread
        }
      }
      ... on AnswerAccepted {
        thread {
          ...LiveThread
        }
      }
      ... on ThreadAcknowledged {
        thread {
          ...LiveThread
        }
      }
    }
  }
`);

export const GroupPresence = graphql(`
  subscription GroupPresence($groupId: ID!) {
    presence(groupId: $groupId) {
      __typename
      at
      hereCount
      snapshot {
        here {
          id
          name
        }
      }
      came {
        id
        name
      }
      went
      writing {
        threadId
        person {
          id
          name
        }
      }
    }
  }
`);
