import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import type { Request as HttpRequest, RequestHandler } from "express";
import type { Logger } from "../log/log.ts";
import type { RequestContext } from "./context.ts";
import { httpHead, type Present } from "./faults.ts";
import type { Arrival, Caller } from "./caller.ts";
import type { Gate } from "./gate.ts";
import type { Runner } from "./run.ts";

interface Held {
  caller: Caller;
}

/** Apollo reads, parses and validates; the gate admits and the runner runs, as on the other transports. */
function throughTheGate<C extends RequestContext>(
  gate: Gate,
  runner: Runner<C>,
  present: Present,
): ApolloServerPlugin<Held> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, contextValue }) {
          const { operationName, variables } = request;
          const admitted = gate.admit({ document, operationName, variables }, contextValue.caller);
          const result =
            "cost" in admitted
              ? await runner.run(admitted, contextValue.caller.viewer)
              : { errors: admitted.map(present) };
          const { status, headers } = httpHead(result);
          return {
            http: { status, headers: new HeaderMap(Object.entries(headers)) },
            body: { kind: "single", singleResult: result },
          };
        },
      };
    },
  };
}

/** GraphQL over HTTP. Expects `readBody` and `callers` to have done their part. */
export async function serveHttp<C extends RequestContext>(options: {
  gate: Gate;
  runner: Runner<C>;
  present: Present;
  callers: WeakMap<HttpRequest, Arrival>;
  log: Logger;
}): Promise<{ handler: RequestHandler; stop: () => Promise<void> }> {
  const { gate, runner, present, callers, log } = options;
  const { limits } = gate;
  const apollo = new ApolloServer<Held>({
    schema: gate.schema,
    nodeEnv: "production",
    // The gate decides who may read the schema, on this transport as on the others.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    // Our own rule counts selections too, and has the lower number.
    maxRecursiveSelections: true,
    validationRules: [gate.rule],
    validationOptions: { maxErrors: limits.validationErrors },
    formatError: (_, error) => present(error),
    logger: {
      debug: () => undefined,
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      throughTheGate(gate, runner, present),
    ],
  });
  await apollo.start();
  const handler = expressMiddleware(apollo, {
    context: async ({ req }) => {
      const caller = callers.get(req);
      if (!caller) throw new Error("the request has no caller");
      return { caller };
    },
  });
  return { handler, stop: () => apollo.stop() };
}
