// The laws of who may import whom. Each comment says what to do instead.
// The order of the house: platform ← live ← house ← features ← schema, demo ← main.

// The cruiser walks the syntax tree with this visitor, which does not know `using` yet.
const { Visitor } = require("@swc/core/Visitor.js");
const { visitStatement } = Visitor.prototype;
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== "UsingDeclaration") return visitStatement.call(this, statement);
  for (const { init } of statement.decls) this.visitOptionalExpression(init);
  return statement;
};

// A room may import the rooms of the rows above its own, through their public.ts.
const rows = [
  ["people"],
  ["networks"],
  ["organisations"],
  ["groups"],
  [
    "programmes",
    "joining",
    "discussion",
    "directory",
    "library",
    "news",
    "calendar",
    "learning",
    "coordination",
    "talent",
  ],
  ["inbox", "administration", "safety", "search", "insight", "languages", "board"],
  ["apps"],
];

const tests = "(\\.test\\.tsx?$|/testing/|ForTest\\.ts$)";

/** A kind of file in a room: `policy.ts` or a folder `policy/`. The room is $1. */
const kind = (...names) => `^server/src/features/$1/(${names.join("|")})(\\.ts$|/)`;
const inRoom = (...names) => `^server/src/features/([^/]+)/(${names.join("|")})(\\.ts$|/)`;

const downward = rows.flatMap((row, depth) =>
  row.map((room) => {
    const lower = rows.slice(0, depth).flat();
    return {
      name: `rooms-only-downward-${room}`,
      comment: `${room} may import ${lower.join(", ") || "no other room"}. To be told of what happens higher up, hear a fact or declare a port that main fills.`,
      severity: "error",
      from: { path: `^server/src/features/${room}/`, pathNot: tests },
      to: {
        path: "^server/src/features/",
        pathNot: `^server/src/features/(${[room, ...lower].join("|")})/`,
      },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment:
        "Two files that need each other are one idea, or hide a third: move what both need into a file of its own. (Entities may point at each other.)",
      severity: "error",
      from: { pathNot: "/entities(\\.ts$|/)" },
      to: { circular: true, viaOnly: { pathNot: "/entities(\\.ts$|/)" } },
    },
    {
      name: "no-barrels",
      comment:
        "Import the file that has the name itself; a barrel ties everything behind it together.",
      severity: "error",
      from: {},
      to: { path: "^(server|client)/src/.*/index\\.tsx?$" },
    },
    {
      name: "not-to-unresolvable",
      comment: "This import leads nowhere: correct the path or add the dependency.",
      severity: "error",
      from: {},
      // Virtual modules are the bundler's; the others are types alone, without any code to find.
      to: { couldNotResolve: true, pathNot: "^(virtual:|geojson$|topojson-specification$)" },
    },
    {
      name: "no-test-code-in-the-product",
      comment:
        "The product does not import tests and their world: move what both need out of testing.",
      severity: "error",
      from: { path: "^(server|client)/src/", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "no-dev-dependency-in-the-server",
      comment: "The server's image has no devDependencies: move the package to dependencies.",
      severity: "error",
      from: { path: "^server/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },

    // The server's floors
    {
      name: "platform-is-the-ground",
      comment:
        "platform knows no network and no thread: hand it what it needs as an argument, or declare a port there that main fills.",
      severity: "error",
      from: { path: "^server/src/platform/", pathNot: tests },
      to: { path: "^server/src/(?!platform/)" },
    },
    {
      name: "live-knows-no-room",
      comment:
        "live delivers for every room and knows none: let the room register its channel, check and projection.",
      severity: "error",
      from: { path: "^server/src/live/", pathNot: tests },
      to: { path: "^server/src/(?!platform/|live/)" },
    },
    {
      name: "house-knows-no-room",
      comment: "What all rooms share belongs to none of them: move the room's part into the room.",
      severity: "error",
      from: { path: "^server/src/house/", pathNot: tests },
      to: { path: "^server/src/(?!platform/|live/|house/)" },
    },
    {
      name: "nothing-imports-the-roof",
      comment:
        "What puts the house together is for main alone; take what you need from a room's public.ts.",
      severity: "error",
      from: { path: "^server/src/(platform|live|house|features)/", pathNot: tests },
      to: { path: "^server/src/([^/]+\\.ts$|schema/|demo/)" },
    },

    // Between rooms
    {
      name: "rooms-meet-through-public",
      comment:
        "Import the other room's public.ts; if the name is not there, decide whether it may be.",
      severity: "error",
      from: { path: "^server/src/features/([^/]+)/", pathNot: tests },
      to: { path: "^server/src/features/(?!$1/)[^/]+/(?!public\\.ts$)" },
    },
    ...downward,

    // Within a room: entities ← policy ← queries, commands ← resolvers, live, listeners, jobs
    {
      name: "entities-are-the-bottom",
      comment:
        "Entities are state and small invariants: move the reading or deciding into queries or policy.",
      severity: "error",
      from: { path: inRoom("entities"), pathNot: tests },
      to: {
        path: kind(
          "types",
          "policy",
          "queries",
          "commands",
          "loaders",
          "resolvers",
          "live",
          "listeners",
          "jobs",
        ),
      },
    },
    {
      name: "facts-and-types-are-leaves",
      comment:
        "Facts and types only declare (types may list a policy's actions for viewerCan): put the work into a query, a command or a resolver.",
      severity: "error",
      from: { path: inRoom("facts", "types"), pathNot: tests },
      to: {
        path: kind("queries", "commands", "loaders", "resolvers", "live", "listeners", "jobs"),
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "policy-is-pure",
      comment:
        "A policy decides by its arguments alone: load what it needs in the query or command that asks it.",
      severity: "error",
      from: { path: inRoom("policy"), pathNot: tests },
      to: {
        path: [
          kind("types", "queries", "commands", "loaders", "resolvers", "live", "listeners", "jobs"),
          "^server/src/live/",
          "^server/src/platform/(database|mail|http|config|embedded)/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "queries-change-nothing",
      comment:
        "A read never runs a write: call the command from the resolver, or share the finding of rows.",
      severity: "error",
      from: { path: inRoom("queries", "loaders"), pathNot: tests },
      to: { path: kind("commands", "resolvers", "live", "listeners", "jobs") },
    },
    {
      name: "commands-state-facts",
      comment:
        "A command states a fact and is done; what follows from it is a listener's, a job's or live delivery's affair.",
      severity: "error",
      from: { path: inRoom("commands"), pathNot: tests },
      to: {
        path: [
          kind("resolvers", "live", "listeners", "jobs"),
          "^server/src/live/(hub|hubs|live|pokes|follower|sweeper|presence)[^/]*\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },

    // The client: ui ← features ← app
    {
      name: "client-and-server-meet-in-the-schema",
      comment: "The client knows the server by schema.graphql alone: ask for the field there.",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|scripts|e2e)/" },
    },
    {
      name: "server-knows-no-client",
      comment: "The server serves any client: nothing of the screens belongs into it.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(client|scripts|e2e)/" },
    },
    {
      name: "ui-is-looks-only",
      comment: "ui gets everything as props: let the feature read the data and pass it.",
      severity: "error",
      from: { path: "^client/src/ui/", pathNot: tests },
      to: {
        path: [
          "^client/src/(app|features|generated|platform/(apollo|session|live|outbox))/",
          "node_modules/(@apollo/client|graphql|graphql-ws|react-router)/",
        ],
      },
    },
    {
      name: "client-platform-knows-no-feature",
      comment: "The client's platform serves every feature: hand it what it needs as an argument.",
      severity: "error",
      from: { path: "^client/src/platform/", pathNot: tests },
      to: { path: "^client/src/(app|features)/" },
    },
    {
      name: "features-know-no-app",
      comment: "app puts the features together: move what both need into ui or platform.",
      severity: "error",
      from: { path: "^client/src/features/", pathNot: tests },
      to: { path: "^client/src/app/" },
    },
    {
      name: "pages-are-not-parts",
      comment: "A page is reached by its route: share a component instead.",
      severity: "error",
      from: { path: "^client/src/features/([^/]+)/", pathNot: tests },
      to: { path: "^client/src/features/(?!$1/)[^/]+/(pages|routes)" },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^client/src/generated/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json", ".css", ".po"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
    cache: false,
  },
};
