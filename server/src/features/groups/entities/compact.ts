/** One version of a group's compact. Versions are only ever added: whoever agreed, agreed to that text. */
export interface CompactVersionRow {
  groupId: string;
  /** From 1, without gaps. */
  version: number;
  body: string;
  /** What is new in it, in its writer's words. */
  change: string | null;
  writerId: string;
  writtenAt: Date;
}

/** Kept when the person leaves: it is what they once agreed to. */
interface CompactAgreementRow {
  groupId: string;
  personId: string;
  version: number;
  agreedAt: Date;
}

declare module "../../../platform/database/tables.ts" {
  interface Tables {
    compactVersion: CompactVersionRow;
    compactAgreement: CompactAgreementRow;
  }
}
