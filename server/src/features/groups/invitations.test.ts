import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";

const INVITE = `mutation($input: InviteToGroupInput!) { inviteToGroup(input: $input) {
  invitations { id email role state token url expiresAt invitedBy { id } } errors { code message field } } }`;
const LINK = `mutation($input: CreateInvitationLinkInput!) { createInvitationLink(input: $input) {
  invitation { id label token maxUses useCount state } errors { code field } } }`;
const ACCEPT = `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  membership { id role person { id } } group { id viewerRole memberCount liveCursor }
  errors { __typename code ... on GroupFull { role capacity } } } }`;
const RENEW = `mutation($input: RenewInvitationInput!) { renewInvitation(input: $input) { invitation { id token state } errors { code } } }`;
const REVOKE = `mutation($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitation { id token state } errors { code } } }`;
const PREVIEW = `query($token: String!) { invitation(token: $token) { groupName networkName role state full } }`;

let world: World;
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
});
afterAll(() => world.close());

const address = () => `${randomUUID()}@people.example`;
const lettersTo = (email: string) =>
  world.house.mailbox!.mails().filter((mail) => mail.to === email);
const accept = async (actor: Actor, token: string) =>
  (await actor.ask(ACCEPT, { input: { token } })).acceptInvitation;
const stateOf = async (token: string) => (await world.stranger.ask(PREVIEW, { token })).invitation;
async function invite(group: TestGroup, emails: string[], by = group.manager, role = "MEMBER") {
  return (await by.ask(INVITE, { input: { groupId: group.id, role, emails } })).inviteToGroup;
}
async function link(group: TestGroup, input: object = {}) {
  const asked = { input: { groupId: group.id, role: "MEMBER", ...input } };
  return (await group.manager.ask(LINK, asked)).createInvitationLink;
}

describe("the life of an invitation", () => {
  it("is written, read by a stranger, accepted once, and used then", async () => {
    const group = await world.group();
    const email = address();
    const { invitations, errors } = await invite(group, [` ${email.toUpperCase()} `]);
    expect(errors).toEqual([]);
    const [{ token, url }] = invitations;
    expect(invitations).toMatchObject([
      { email, role: "MEMBER", state: "PENDING", invitedBy: { id: group.manager.id } },
    ]);
    expect(url).toBe(`http://localhost:4000/join/${token}`);
    await expect
      .poll(() => lettersTo(email))
      .toEqual([expect.objectContaining({ text: expect.stringContaining(url) })]);

    expect(await stateOf(token)).toEqual({
      groupName: "A group",
      networkName: "A network",
      role: "MEMBER",
      state: "PENDING",
      full: false,
    });
    const ada = await world.person("Ada");
    const first = await accept(ada, token);
    expect(first).toMatchObject({
      errors: [],
      membership: { role: "MEMBER", person: { id: ada.id } },
      group: { viewerRole: "MEMBER", memberCount: 1 },
    });
    expect(await accept(ada, token)).toEqual(first);
    expect((await stateOf(token)).state).toBe("ACCEPTED");

    const ben = await world.person("Ben");
    expect(await accept(ben, token)).toMatchObject({
      membership: null,
      errors: [{ code: "INVITATION_USED" }],
    });
  });

  it("lets in once for a double click", async () => {
    const group = await world.group();
    const token = await group.invite();
    const ada = await world.person();
    const [one, two] = await Promise.all([accept(ada, token), accept(ada, token)]);
    expect(one.errors).toEqual([]);
    expect(two.membership).toEqual(one.membership);
    expect(two.group.memberCount).toBe(1);
  });

  it("keeps the same invitation and token when an address is invited again, and sends one letter", async () => {
    const group = await world.group();
    const email = address();
    const once = await invite(group, [email, email.toUpperCase()]);
    expect(once.invitations).toHaveLength(1);
    const twice = await invite(group, [email]);
    expect(twice.invitations[0]).toMatchObject({
      id: once.invitations[0].id,
      token: once.invitations[0].token,
    });
    await expect.poll(() => lettersTo(email)).toHaveLength(1);
    await world.settle();
    expect(lettersTo(email)).toHaveLength(1);
    const other = await invite(group, [email], group.manager, "COORDINATOR");
    expect(other.invitations[0]).toMatchObject({ id: once.invitations[0].id, role: "COORDINATOR" });

    await accept(await world.person(), twice.invitations[0].token);
    const inside = await invite(group, [email]);
    expect(inside.invitations).toMatchObject([
      { id: once.invitations[0].id, state: "ACCEPTED", token: null },
    ]);
  });

  it("ends earlier tokens when it is renewed, and all when it is revoked", async () => {
    const group = await world.group();
    const { invitations } = await invite(group, [address()]);
    const input = { invitationId: invitations[0].id };
    const { renewInvitation } = await group.manager.ask(RENEW, { input });
    expect(renewInvitation).toMatchObject({
      errors: [],
      invitation: { id: input.invitationId, state: "PENDING" },
    });
    const ada = await world.person();
    expect((await accept(ada, invitations[0].token)).errors).toMatchObject([
      { code: "INVITATION_EXPIRED" },
    ]);
    expect((await stateOf(invitations[0].token)).state).toBe("EXPIRED");

    for (let click = 0; click < 2; click += 1) {
      const { revokeInvitation } = await group.manager.ask(REVOKE, { input });
      expect(revokeInvitation).toMatchObject({
        errors: [],
        invitation: { state: "REVOKED", token: null },
      });
    }
    const { token } = renewInvitation.invitation;
    expect((await accept(ada, token)).errors).toMatchObject([{ code: "INVITATION_REVOKED" }]);
    expect((await group.manager.ask(RENEW, { input })).renewInvitation.errors).toMatchObject([
      { code: "INVITATION_REVOKED" },
    ]);
  });

  it("is too old after its time, until it is renewed", async () => {
    const group = await world.group();
    const { invitations } = await invite(group, [address()]);
    const { id, token } = invitations[0];
    await world.house.database.db
      .updateTable("invitation")
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where("email", "=", invitations[0].email)
      .execute();
    const ada = await world.person();
    expect((await accept(ada, token)).errors).toMatchObject([{ code: "INVITATION_EXPIRED" }]);
    const { renewInvitation } = await group.manager.ask(RENEW, { input: { invitationId: id } });
    expect((await accept(ada, renewInvitation.invitation.token)).errors).toEqual([]);
  });

  it("does not let in again by an old link who was removed, but by a new invitation", async () => {
    const group = await world.group();
    const { invitation } = await link(group);
    const { invitation: another } = await link(group);
    const ada = await world.person();
    expect((await accept(ada, invitation.token)).errors).toEqual([]);
    await group.remove(ada);
    expect((await accept(ada, invitation.token)).errors).toMatchObject([
      { code: "INVITATION_USED" },
    ]);
    expect((await accept(ada, another.token)).errors).toMatchObject([
      { code: "INVITATION_REVOKED" },
    ]);
    expect((await accept(ada, await group.invite())).errors).toEqual([]);
  });
});

describe("bad input", () => {
  it("answers a forged token like nothing", async () => {
    const ada = await world.person();
    const token = await (await world.group()).invite();
    for (const forged of [
      "",
      "x",
      `${token}A`,
      token.replace(/^./, (first) => (first === "A" ? "B" : "A")),
      "\u0000",
      "é".repeat(10_000),
    ]) {
      expect(await stateOf(forged)).toBeNull();
      expect(await ada.codeOf(ACCEPT, { input: { token: forged } })).toBe("NOT_FOUND");
    }
    expect(await world.stranger.codeOf(ACCEPT, { input: { token } })).toBe("UNAUTHENTICATED");
  });

  it("names the address that is none, and takes 1 to 100", async () => {
    const group = await world.group();
    for (const bad of [
      "nobody",
      "a@b",
      "a b@c.example",
      "<a@b.example>",
      "a@b.example, c@d.example",
      "a\u0000@b.example",
      `${"a".repeat(250)}@b.example`,
    ]) {
      const { errors } = await invite(group, [address(), bad]);
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", field: ["emails", "1"] }]);
    }
    expect((await invite(group, [])).errors).toMatchObject([{ code: "INVALID_INPUT" }]);
    expect((await invite(group, Array.from({ length: 101 }, address))).errors).toMatchObject([
      { code: "INVALID_INPUT" },
    ]);
    expect((await invite(group, [address()], group.manager, "MANAGER")).errors).toMatchObject([
      { code: "INVALID_INPUT", field: ["role"] },
    ]);
  });

  it("stops a person at 300 invitations a day", async () => {
    const group = await world.group();
    for (let round = 0; round < 3; round += 1)
      expect((await invite(group, Array.from({ length: 100 }, address))).errors).toEqual([]);
    expect((await invite(group, [address()])).errors).toMatchObject([{ code: "LIMIT_REACHED" }]);
    expect((await link(group)).errors).toMatchObject([{ code: "LIMIT_REACHED" }]);
  });

  it("takes a link's uses and time within bounds", async () => {
    const group = await world.group();
    for (const maxUses of [0, -1, 1001, 2_147_483_647])
      expect((await link(group, { maxUses })).errors).toMatchObject([
        { code: "INVALID_INPUT", field: ["maxUses"] },
      ]);
    for (const expiresAt of ["1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z"])
      expect((await link(group, { expiresAt })).errors).toMatchObject([
        { code: "INVALID_INPUT", field: ["expiresAt"] },
      ]);
    expect((await link(group, { maxUses: 1, label: "  " })).invitation).toMatchObject({
      maxUses: 1,
      label: null,
    });
  });
});

describe("seats", () => {
  it("lets exactly 20 of 25 in who come at once, and tells the others that it is full", async () => {
    const group = await world.group();
    const { invitation } = await link(group, { maxUses: 1000 });
    const people = await Promise.all(Array.from({ length: 25 }, () => world.person()));
    const answers = await Promise.all(people.map((person) => accept(person, invitation.token)));
    const full = answers.filter((each) => each.errors.length > 0);
    expect(full).toHaveLength(5);
    for (const { errors, membership } of full) {
      expect(membership).toBeNull();
      expect(errors).toEqual([
        { __typename: "GroupFull", code: "GROUP_FULL", role: "MEMBER", capacity: 20 },
      ]);
    }
    expect(await stateOf(invitation.token)).toMatchObject({ state: "PENDING", full: true });
    const { node } = await group.manager.ask(
      `query($id: ID!) { node(id: $id) { ... on Group { memberCount members(first: 100, role: MEMBER) { nodes { id } } invitations { nodes { useCount token } } } } }`,
      { id: group.id },
    );
    expect(node).toMatchObject({
      memberCount: 20,
      invitations: { nodes: [{ useCount: 20, token: null }] },
    });
    expect(node.members.nodes).toHaveLength(20);
  });

  it("gives a link out as often as it says, at once too", async () => {
    const group = await world.group();
    const { invitation } = await link(group, { maxUses: 2 });
    const people = await Promise.all(Array.from({ length: 4 }, () => world.person()));
    const answers = await Promise.all(people.map((person) => accept(person, invitation.token)));
    const codes = answers.flatMap((each) =>
      each.errors.map((error: { code: string }) => error.code),
    );
    expect(codes).toEqual(["INVITATION_USED", "INVITATION_USED"]);
  });
});

describe("who may invite", () => {
  it("is coordinators and managers; members are told so, outsiders nothing", async () => {
    const group = await world.group();
    const member = await group.admit();
    const coordinator = await group.admit("COORDINATOR");
    const outsider = await world.person();
    expect((await invite(group, [address()], coordinator)).errors).toEqual([]);
    expect((await invite(group, [address()], member)).errors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    const asked = { input: { groupId: group.id, role: "MEMBER", emails: [address()] } };
    expect(await outsider.codeOf(INVITE, asked)).toBe("NOT_FOUND");

    const { invitation } = await link(group);
    const input = { invitationId: invitation.id };
    expect(await member.codeOf(RENEW, { input })).toBe("NOT_FOUND");
    expect(await member.codeOf(REVOKE, { input })).toBe("NOT_FOUND");
    const LIST = `query($id: ID!) { node(id: $id) { ... on Group { invitations { nodes { id } } } } }`;
    expect((await member.ask(LIST, { id: group.id })).node).toEqual({ invitations: { nodes: [] } });
    const NODE = `query($id: ID!) { node(id: $id) { id } }`;
    expect((await member.ask(NODE, { id: invitation.id })).node).toBeNull();
    expect((await coordinator.ask(NODE, { id: invitation.id })).node).toEqual({
      id: invitation.id,
    });
  });
});
