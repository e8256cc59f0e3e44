interface DirectoryEntryRow {
  networkId: string;
  personId: string;
  /** The folded name. */
  sortKey: string;
  /** A tsvector. */
  terms: string;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    directoryEntry: DirectoryEntryRow;
  }
}

export type { DirectoryEntryRow };
