import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import type { Request as HttpRequest, RequestHandler, Response } from "express";
import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "../log/log.ts";
import type { RequestContext } from "./context.ts";
import { httpHead, type Present } from "./faults.ts";
import { type Arrival, type Caller, isRequest } from "./caller.ts";
import { compressed } from "./compress.ts";
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
        async responseForOperation({ document, source, request, contextValue }) {
          gate.remember(source, document);
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

/** What answers are called for the `accept` headers of nearly everybody; Apollo works out the others. */
const media = new Map<string | undefined, string>([
  [undefined, "application/json; charset=utf-8"],
  ["*/*", "application/json; charset=utf-8"],
  ["application/json", "application/json; charset=utf-8"],
  [
    "application/graphql-response+json,application/json;q=0.9",
    "application/graphql-response+json; charset=utf-8",
  ],
]);

/**
 * Answers a well-formed request for a document that Apollo found good before, in Apollo's words but without its
 * pipeline, which costs more than a small answer. False when it is Apollo's to answer.
 */
async function answerKnown<C extends RequestContext>(
  req: HttpRequest,
  res: Response,
  { gate, runner, present, caller }: Serving<C> & { caller: Caller },
): Promise<boolean> {
  const body: unknown = req.body;
  const type = media.get(req.headers.accept);
  if (type === undefined || !isRequest(body) || !body.query) return false;
  const document = gate.known(body.query);
  if (!document) return false;
  let result: FormattedExecutionResult;
  try {
    const admitted = gate.admit({ ...body, document }, caller);
    result =
      "cost" in admitted
        ? await runner.run(admitted, caller.viewer)
        : { errors: admitted.map(present) };
  } catch (error) {
    result = { errors: [present(error)] };
  }
  const { status, headers } = httpHead(result);
  const { errors, data, extensions } = result;
  const text = `${JSON.stringify({ errors, data, extensions })}\n`;
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader("content-type", type);
  const compressing = compressed(req, res, text);
  if (compressing) await compressing;
  else res.setHeader("content-length", Buffer.byteLength(text)).end(text);
  return true;
}

interface Serving<C extends RequestContext> {
  gate: Gate;
  runner: Runner<C>;
  present: Present;
}

/** GraphQL over HTTP. Expects `readBody` and `callers` to have done their part. */
export async function serveHttp<C extends RequestContext>(
  options: Serving<C> & { callers: WeakMap<HttpRequest, Arrival>; log: Logger },
): Promise<{ handler: RequestHandler; stop: () => Promise<void> }> {
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
  const throughApollo = expressMiddleware(apollo, {
    context: async ({ req }) => {
      const caller = callers.get(req);
      if (!caller) throw new Error("the request has no caller");
      return { caller };
    },
  });
  const handler: RequestHandler = async (req, res, next) => {
    const caller = callers.get(req);
    if (caller && (await answerKnown(req, res, { gate, runner, present, caller }))) return;
    await throughApollo(req, res, next);
  };
  return { handler, stop: () => apollo.stop() };
}
