import { byId, put } from "../held.ts";
import type { Data } from "../../world.ts";
import { around, GROUP_AROUND, putAround } from "./around.ts";
import type { LiveField, Told } from "./liveField.ts";

const PALETTE = "{ brand brandSoft onBrand }";
const NETWORK = `id version slug name description viewerRole viewerCan
  look { accent light ${PALETTE} dark ${PALETTE} } markLetters languages worksIn
  memberSeats coordinatorSeats groupVisibility
  viewerActions { action allowed reason { code message } }`;

const aboutNetwork: Told = {
  shows: `network { ${NETWORK} }`,
  apply(held, { network }) {
    held.facts = network;
  },
};

const ORGANISATION = `id version name kind country area validFrom validTo viewerCan
  names { name from until } successor { id }`;

const aboutOrganisation: Told = {
  shows: `organisation { ${ORGANISATION} }`,
  apply: (held, { organisation }) => put(held, "organisations", organisation),
};

const aboutMerger: Told = {
  shows: `organisations { ${ORGANISATION} } into { ${ORGANISATION} }`,
  apply(held, { organisations, into }) {
    for (const each of [...organisations, into]) put(held, "organisations", each);
  },
};

const PROGRAMME = `id version name description startsOn endsOn viewerCan waves { id name startsOn endsOn }
  relations { id kind from until organisation { id } }`;

const aboutProgramme: Told = {
  shows: `programme { ${PROGRAMME} }`,
  apply: (held, { programme }) => put(held, "programmes", programme),
};

const aboutGroup: Told = {
  shows: `group { ${GROUP_AROUND} }`,
  apply: (held, { group }) => putAround(held, group),
};

const hides: Told = {
  shows: `groupId groupIfSeen { ${GROUP_AROUND} }`,
  apply(held, { groupId, groupIfSeen }) {
    if (groupIfSeen) putAround(held, groupIfSeen);
    else held.lists["groups"].delete(groupId);
  },
};

export const networkField: LiveField = {
  field: "networkUpdates",
  argument: "networkId",
  snapshot: `query($target: ID!) { node(id: $target) { ... on Network { liveCursor ${NETWORK}
    groups(first: 100) { nodes { ${GROUP_AROUND} } }
    organisations(first: 100) { nodes { ${ORGANISATION} } }
    programmes(first: 100) { nodes { ${PROGRAMME} } } } } }`,
  read({ node }) {
    if (!node) return null;
    const { liveCursor, groups, organisations, programmes, ...facts } = node as Data;
    return {
      held: {
        facts,
        lists: {
          groups: byId(groups.nodes.map(around)),
          organisations: byId(organisations.nodes),
          programmes: byId(programmes.nodes),
        },
        marks: new Map(),
      },
      cursor: liveCursor,
    };
  },
  told: {
    NetworkEdited: aboutNetwork,
    NetworkRoleChanged: aboutNetwork,
    NetworkMemberGone: aboutNetwork,
    GroupCreated: aboutGroup,
    GroupEdited: aboutGroup,
    GroupMovedOn: aboutGroup,
    GroupHidden: hides,
    OrganisationRegistered: aboutOrganisation,
    OrganisationCorrected: aboutOrganisation,
    OrganisationRenamed: aboutOrganisation,
    OrganisationClosed: aboutOrganisation,
    OrganisationRevived: aboutOrganisation,
    OrganisationsMerged: aboutMerger,
    ProgrammeCreated: aboutProgramme,
    ProgrammeChanged: aboutProgramme,
  },
  facts: {
    NetworkEdited: "NetworkEdited",
    NetworkRoleChanged: "NetworkRoleChanged",
    NetworkMemberGone: "NetworkMemberGone",
    GroupCreated: "GroupCreated",
    GroupEdited: "GroupEdited",
    GroupMovedOn: "GroupMovedOn",
    GroupHidden: "GroupHidden",
    OrganisationRegistered: "OrganisationRegistered",
    OrganisationCorrected: "OrganisationCorrected",
    OrganisationRenamed: "OrganisationRenamed",
    OrganisationClosed: "OrganisationClosed",
    OrganisationRevived: "OrganisationRevived",
    OrganisationsMerged: "OrganisationsMerged",
    ProgrammeCreated: "ProgrammeCreated",
    ProgrammeEdited: "ProgrammeChanged",
    WaveAdded: "ProgrammeChanged",
    WaveEdited: "ProgrammeChanged",
    WaveRemoved: "ProgrammeChanged",
    OrganisationRelated: "ProgrammeChanged",
    RelationDated: "ProgrammeChanged",
    RelationRemoved: "ProgrammeChanged",
  },
  coalesced: new Set(),
};
