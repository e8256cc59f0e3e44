import { registerEnumType } from "type-graphql";
import { facilityLevels, groupSettings } from "../entities/context.ts";
import { groupKinds } from "../entities/group.ts";
import { lifeStates } from "../entities/life.ts";
import { groupActions } from "../policy.ts";

registerEnumType(groupKinds, {
  name: "GroupKind",
  description: "What a group is for.",
  valuesConfig: {
    COHORT: {
      description:
        "People who learn together: 20 members and 3 coordinators unless said otherwise.",
    },
    COMBINED_COHORT: {
      description: "A cohort across organisations or countries, with the same seats.",
    },
    COORDINATORS: {
      description:
        "Exactly the coordinators of the network's other groups, or of the one that `roomOf` names, kept so by itself.",
    },
    COMMUNITY: { description: "For everybody in the network; with an end it is a circle." },
    ALUMNI: { description: "People who were in a cohort." },
  },
});
registerEnumType(lifeStates, {
  name: "GroupState",
  description:
    "Where a group stands in its life. It moves on; only managers open a sealed group again.",
  valuesConfig: {
    FORMING: { description: "Its members can do everything; nobody joins or applies yet." },
    ACTIVE: { description: "Everything is open." },
    SELF_SUSTAINING: { description: "Run by its members: each of them may invite." },
    GRADUATED: { description: "Nobody new comes in; who is in it goes on talking." },
    SEALED: { description: "It can be read by who was in it, and nothing is written in it." },
  },
});
registerEnumType(groupSettings, {
  name: "GroupSetting",
  description: "In what surroundings a group works.",
  valuesConfig: {
    RURAL: { description: "In the country." },
    URBAN: { description: "In a town." },
    MIXED: { description: "In both." },
  },
});
registerEnumType(facilityLevels, {
  name: "FacilityLevel",
  description: "A level of care.",
  valuesConfig: {
    COMMUNITY: { description: "In people's homes and villages." },
    PRIMARY: { description: "A health post, a clinic, a practice." },
    DISTRICT: { description: "A first hospital." },
    REGIONAL: { description: "A hospital to which districts refer." },
    NATIONAL: { description: "A hospital for the whole country." },
  },
});
registerEnumType(groupActions, {
  name: "GroupAction",
  description: "What one may do with a group.",
  valuesConfig: {
    READ: { description: "Read what is said in it, and follow it live." },
    SEE_MEMBERS: { description: "See who is in it." },
    INVITE: { description: "Invite people." },
    ADMIT: {
      description: "See, renew and revoke invitations; decide about those who want to come in.",
    },
    EDIT: { description: "Change what it says of itself." },
    SET_UP: { description: "Change who may know of it, its days and its seats." },
    MOVE_ON: { description: "Move it on to a later state of its life." },
    UNSEAL: { description: "Open it again when it is sealed." },
    START_THREAD: { description: "Start a thread." },
    ANNOUNCE: { description: "Start an announcement." },
    CONFER: { description: "Talk with its other coordinators in a room of theirs." },
    JOIN: { description: "Join without an invitation." },
    APPLY: { description: "Apply to come in." },
    STEP_DOWN: { description: "Be a member instead of a coordinator." },
    LEAVE: { description: "Leave." },
  },
});
