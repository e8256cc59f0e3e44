import { randomUUID } from "node:crypto";
import { WirePerson } from "./wire.ts";

/** A group with one thread, made through the API as people make it. */
export interface Scene {
  manager: WirePerson;
  groupId: string;
  threadId: string;
  /** Of the message that the thread began with. */
  messageId: string;
  /** Where the thread's live field stood when the scene was made. */
  cursor: string;
  /** Signs somebody up and lets them in. */
  admit(name: string): Promise<WirePerson>;
}

export async function setScene(url: string): Promise<Scene> {
  const manager = await WirePerson.signUp(url, "Manager");
  const { createNetwork } = await manager.ask(
    url,
    "mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { network { id } errors { message } } }",
    { input: { slug: `net-${randomUUID().slice(0, 8)}`, name: "A network" } },
  );
  const { createGroup } = await manager.ask(
    url,
    "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { message } } }",
    { input: { networkId: createNetwork.network.id, name: "A group", kind: "COMMUNITY" } },
  );
  const groupId: string = createGroup.group.id;
  const { startThread } = await manager.ask(
    url,
    "mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id } message { id } cursor errors { message } } }",
    {
      input: {
        groupId,
        title: "A thread",
        kind: "DISCUSSION",
        body: "The first",
        clientKey: randomUUID(),
      },
    },
  );
  return {
    manager,
    groupId,
    threadId: startThread.thread.id,
    messageId: startThread.message.id,
    cursor: startThread.cursor,
    async admit(name) {
      const person = await WirePerson.signUp(url, name);
      const { inviteToGroup } = await manager.ask(
        url,
        "mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) { invitations { token } errors { message } } }",
        { input: { groupId, role: "MEMBER", emails: [`${randomUUID()}@people.example`] } },
      );
      const { acceptInvitation } = await person.ask(
        url,
        "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { errors { message } } }",
        { input: { token: inviteToGroup.invitations[0].token } },
      );
      if (acceptInvitation.errors[0]) throw new Error(acceptInvitation.errors[0].message);
      return person;
    },
  };
}

/** Sends a message; `clientKey` makes a repetition the same wish. */
export const sendMutation = `mutation($input: SendMessageInput!) { sendMessage(input: $input) {
  message { id seq body } cursor errors { code message } } }`;

export const threadSubscription = `subscription($threadId: ID!, $after: Cursor) {
  threadUpdates(threadId: $threadId, after: $after) {
    __typename ... on LiveUpdate { cursor seq prev at }
    ... on MessageSent { message { id body } } ... on Ended { reason } ... on Reset { resetReason: reason } } }`;
