/** Who may know that a group is there, and how one comes into it. What is inside is for its members at every level. */
export const groupVisibilities = {
  OPEN: "OPEN",
  RESTRICTED: "RESTRICTED",
  PRIVATE: "PRIVATE",
  CONFIDENTIAL: "CONFIDENTIAL",
} as const;
export type GroupVisibility = keyof typeof groupVisibilities;
