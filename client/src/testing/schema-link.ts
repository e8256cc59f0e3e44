import { ApolloLink, Observable } from "@apollo/client";
import { buildSchema, execute, print, parse, validate } from "graphql";
import schemaText from "../../../schema.graphql?raw";

const schema = buildSchema(schemaText);

/** What the fields at the root answer: values, or functions of the field's arguments. */
export type Root = Record<string, unknown>;

/**
 * Answers operations from a plain tree, held to the real schema: a document that the server would refuse
 * fails the test. `asked` keeps the names of what was asked, in order.
 */
export function schemaLink(root: Root, asked: string[] = []): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        asked.push(operation.operationName ?? "");
        // Read again: the tree that the app carries comes from another copy of graphql.
        const document = parse(print(operation.query));
        const errors = validate(schema, document);
        if (errors.length > 0) throw new Error(errors.map((one) => one.message).join("\n"));
        const answer = execute({
          schema,
          document,
          rootValue: root,
          variableValues: operation.variables,
        });
        void Promise.resolve(answer).then((result) => {
          observer.next(JSON.parse(JSON.stringify(result)) as ApolloLink.Result);
          observer.complete();
        });
      }),
  );
}
