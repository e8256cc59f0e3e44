import type { Metrics } from "../telemetry/metrics.ts";

/** What the transports tell of themselves. */
export function measureGraphql(metrics: Metrics, connections: () => number) {
  metrics.gauge({
    name: "baraza_connections",
    help: "Sockets and event streams that are open",
    read: connections,
  });
  return {
    operations: metrics.histogram({
      name: "baraza_operation_seconds",
      help: "Time to run a query, a mutation, or one answer of a subscription",
      labels: ["kind"],
    }),
    downgrades: metrics.counter({
      name: "baraza_projection_downgrades_total",
      help: "Live answers marked as shared that asked for the viewer and were made for each viewer instead",
      labels: ["typename"],
    }),
    fallbacks: metrics.counter({
      name: "baraza_compiled_fallbacks_total",
      help: "Executions that compiled code could not do and graphql-js did: it cannot be compiled, or its answer had errors",
      labels: ["reason"],
    }),
    clientHoles: metrics.counter({
      name: "baraza_client_hole_total",
      help: "Answers that did not follow on what a client had, told by the client; anything but 0 is a fault",
    }),
    errors: metrics.counter({
      name: "baraza_graphql_errors_total",
      help: "Errors told to callers, by code",
      labels: ["code"],
    }),
  };
}
