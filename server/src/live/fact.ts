/**
 * What a command may state has happened: a name in the past tense, a version, and the shape of its data.
 * Data holds ids and the few values that a reader needs; it must survive JSON unchanged. Text that can be
 * withdrawn stands under `body`, so that a redaction finds it. The keys of LiveMarks are live delivery's own.
 */
export interface Fact<Data extends object> {
  readonly name: string;
  readonly version: number;
  /** Never set: carries the type of the data. */
  readonly data?: Data;
}

/** What live delivery itself puts into an entry's data. */
export interface LiveMarks {
  /** People whose span of the channel begins with this entry. */
  admits?: string[];
  /** People whose span ends before this entry. */
  removes?: string[];
  /** The text of earlier entries about the same subject is gone. */
  redacts?: true;
}

export function defineFact<Data extends object>(name: string, version = 1): Fact<Data> {
  return { name, version };
}
