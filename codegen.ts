import type { CodegenConfig } from "@graphql-codegen/cli";

// The client's documents against the committed schema: types, fragment masking, and a manifest of hashes.
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: ["client/src/**/*.{ts,tsx}", "!client/src/generated/**"],
  generates: {
    "client/src/generated/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: "readFragment" },
        persistedDocuments: { hashAlgorithm: "sha256", mode: "embedHashInDocument" },
      },
      config: {
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        scalars: {
          DateTime: "string",
          Colour: "string",
          CountryCode: "string",
          TimeZone: "string",
          Locale: "string",
          Cursor: "string",
          Date: "string",
        },
      },
    },
  },
};
export default config;
