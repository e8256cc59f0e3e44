import type { NetworkRow } from "../../features/networks/entities.ts";

/** How the networks look, and where they work. The first one wears the house's own colours. */
export const networkLooks: Record<string, Partial<NetworkRow>> = {
  talent: {
    languages: ["en", "am", "ne", "so"],
    worksIn: ["ET", "NP", "SO", "GB", "ZM"],
  },
  "system-leaders": {
    accent: "#5b4a9c",
    markLetters: "SL",
    languages: ["en"],
    worksIn: ["GB"],
  },
};
