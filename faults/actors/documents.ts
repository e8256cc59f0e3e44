/** What everybody asks for, so that it is one selection for all of them. */
const message = "message { id body version withdrawnAt }";

const aboutMessages = (selection: string) =>
  [
    "MessageSent",
    "MessageEdited",
    "MessageWithdrawn",
    "MessageRestored",
    "MessagePinned",
    "ReactionsChanged",
  ]
    .map((type) => `... on ${type} { ${selection} }`)
    .join(" ");

const control = `... on LiveUpdate { cursor seq prev at } ... on Skipped { from to }
  ... on Ended { endReason: reason } ... on Reset { resetReason: reason }`;

export const threadDocument = `subscription($id: ID!, $after: Cursor) {
  updates: threadUpdates(threadId: $id, after: $after) { __typename ${control} ${aboutMessages(message)} } }`;

export const groupDocument = `subscription($id: ID!, $after: Cursor) {
  updates: groupUpdates(groupId: $id, after: $after) { __typename ${control} } }`;

const wholeMessage = "id body version withdrawnAt pinnedAt editedAt reactions { emoji count }";
const wholeThread = "id title closedAt pinnedAt";
const aboutThreads = ["ThreadRenamed", "ThreadClosed", "ThreadReopened", "ThreadPinned"]
  .map((type) => `... on ${type} { thread { ${wholeThread} } }`)
  .join(" ");

/** Shows all that a screen shows, so that a screen can be folded from it. */
export const foldDocument = `subscription($id: ID!, $after: Cursor) {
  updates: threadUpdates(threadId: $id, after: $after) { __typename ${control}
    ${aboutMessages(`message { ${wholeMessage} }`)} ${aboutThreads} } }`;

/** The cursor is of the first page: everything behind it is at least as new. */
export const snapshotDocument = `query($id: ID!, $after: String) {
  node(id: $id) { ... on Thread { ${wholeThread} liveCursor
    messages(first: 100, after: $after) { nodes { ${wholeMessage} } pageInfo { hasNextPage endCursor } } } } }`;

const mutation = (name: string, input: string, selection: string) =>
  `mutation($input: ${input}!) { ${name}(input: $input) { ${selection} errors { code message } } }`;

/** Each by the name of its field. */
export const mutations = {
  sendMessage: mutation("sendMessage", "SendMessageInput", "message { id body } cursor"),
  editMessage: mutation("editMessage", "EditMessageInput", "message { id version }"),
  withdrawMessage: mutation("withdrawMessage", "WithdrawMessageInput", "message { id }"),
  restoreMessage: mutation("restoreMessage", "RestoreMessageInput", "message { id }"),
  pinMessage: mutation("pinMessage", "PinMessageInput", "message { id }"),
  react: mutation("react", "ReactInput", "message { id }"),
  pinThread: mutation("pinThread", "PinThreadInput", "thread { id }"),
  renameThread: mutation("renameThread", "RenameThreadInput", "thread { id }"),
  closeThread: mutation("closeThread", "CloseThreadInput", "thread { id }"),
  reopenThread: mutation("reopenThread", "ReopenThreadInput", "thread { id }"),
  startThread: mutation("startThread", "StartThreadInput", "thread { id } message { id } cursor"),
  createNetwork: mutation("createNetwork", "CreateNetworkInput", "network { id }"),
  createGroup: mutation("createGroup", "CreateGroupInput", "group { id }"),
  inviteToGroup: mutation("inviteToGroup", "InviteToGroupInput", "invitations { token }"),
  acceptInvitation: mutation("acceptInvitation", "AcceptInvitationInput", "group { id }"),
  createInvitationLink: mutation(
    "createInvitationLink",
    "CreateInvitationLinkInput",
    "invitation { token }",
  ),
  changeRole: mutation("changeRole", "ChangeRoleInput", "membership { id }"),
  removeMember: mutation("removeMember", "RemoveMemberInput", "person { id }"),
};
