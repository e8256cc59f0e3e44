import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";

// The generated documents mark masked fragments their own way; this tells Apollo's types so.
declare module "@apollo/client" {
  // oxlint-disable-next-line typescript/no-empty-object-type -- a merge of declarations can only be an interface
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
