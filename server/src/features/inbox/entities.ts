import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

/** That a message names a person. */
export const MentionSchema = defineEntity({
  name: "Mention",
  tableName: "mention",
  primaryKeys: ["personId", "messageId"],
  properties: {
    personId: p.uuid().primary(),
    messageId: p.uuid().primary(),
    at: p.datetime(),
  },
});
type MentionRow = InferEntity<typeof MentionSchema>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    mention: MentionRow;
  }
}
