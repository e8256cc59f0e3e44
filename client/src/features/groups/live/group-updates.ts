import { graphql } from "../../../generated/gql.ts";

export const GroupUpdates = graphql(`
  subscription GroupUpdates($groupId: ID!, $after: Cursor) {
    groupUpdates(groupId: $groupId, after: $after) {
      __typename
      ... on LiveUpdate {
        cursor
        seq
        prev
        at
      }
      ... on Reset {
        reason
      }
      ... on Ended {
        endReason: reason
      }
      ... on ThreadStarted {
        thread {
          id
          ...GroupThread
        }
      }
      ... on ThreadMoved {
        thread {
          id
          ...GroupThread
        }
      }
      ... on ThreadRenamed {
        thread {
          id
          title
        }
      }
      ... on ThreadClosed {
        thread {
          id
          closedAt
          viewerCan
        }
      }
      ... on ThreadReopened {
        thread {
          id
          closedAt
          viewerCan
        }
      }
      ... on ThreadPinned {
        thread {
          id
          pinnedAt
        }
      }
      ... on AnswerAccepted {
        thread {
          id
          acceptedAnswer {
            id
          }
        }
      }
      ... on MemberAdmitted {
        group {
          ...GroupSeats
        }
        membership {
          id
          ...MemberRow
        }
      }
      ... on MemberRemoved {
        group {
          ...GroupSeats
        }
        person {
          id
        }
      }
      ... on MemberLeft {
        group {
          ...GroupSeats
        }
        person {
          id
        }
      }
      ... on RoleChanged {
        group {
          ...GroupSeats
          id
          viewerRole
          viewerCan
        }
        membership {
          id
          person {
            id
            isViewer
          }
          ...MemberRow
        }
      }
      ... on GroupEdited {
        group {
          id
          name
          description
          country
        }
      }
      ... on SeatsChanged {
        group {
          ...GroupSeats
        }
      }
      ... on CompactWritten {
        group {
          id
          compact {
            version
            body
            change
          }
        }
      }
      ... on CompactAgreed {
        group {
          id
          viewerCompactVersion
        }
        membership {
          id
          compactVersion
        }
      }
      ... on GroupMovedOn {
        group {
          id
          state
        }
      }
    }
  }
`);

/** What every list of threads needs of one, and what it does to its group. */
graphql(`
  fragment GroupThread on Thread {
    id
    title
    pinnedAt
    unreadCount
    lastActivityAt
    ...ThreadRow
    group {
      id
      unreadThreadCount
      lastActivityAt
    }
  }
`);
