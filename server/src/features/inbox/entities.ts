export interface MentionRow {
  personId: string;
  messageId: string;
  at: Date;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    mention: MentionRow;
  }
}
