/** Every number that a caller of the API can run into. The same on each transport. */
export interface GraphqlLimits {
  /** A request body after decompression, and a frame on a socket. */
  bodyBytes: number;
  /** A document's length and its lexical tokens. */
  characters: number;
  tokens: number;
  /** Objects beneath each other. The steps of a connection (`edges`, `node`, `nodes`, `pageInfo`) count as none. */
  depth: number;
  /** Selection sets beneath each other, connections included. */
  levels: number;
  aliases: number;
  directives: number;
  /** Fields after every fragment is written out. */
  selections: number;
  /** Validation stops after so many errors, coercion of variables likewise. */
  validationErrors: number;
  coercionErrors: number;
  /** Items of a list in the arguments. */
  listItems: number;
  /** UTF-16 units of a text in the arguments; `longTexts` names the fields whose owner sets a limit of their own. */
  textLength: number;
  longTexts: ReadonlySet<string>;
  longTextLength: number;
  /** The largest page, and the page a connection is priced at when `first` and `last` are absent. */
  pageSize: number;
  defaultPageSize: number;
  /** Points of one operation. */
  cost: number;
  operationMs: number;
  /** Points that a person, or an address for strangers, gets back in a minute; also the most they can hold. */
  pointsPerPerson: number;
  pointsPerAddress: number;
  socketsPerPerson: number;
  /** Sockets and streams of one address that nobody has signed in on (yet). */
  strangersPerAddress: number;
  operationsPerSocket: number;
  operationsPerSecond: number;
  /** Frames of any kind a second, twice as many in a burst; more closes the socket. */
  framesPerSecond: number;
  upgradesPerSecond: number;
  /** Milliseconds from the upgrade to `connection_init`. */
  initMs: number;
  pingMs: number;
  /** Nothing heard for so long: the other end is gone. */
  silenceMs: number;
  /** A ping unanswered for so long: it lies behind what the other end has not read, however much the system still takes. */
  lagMs: number;
  /** A write that the other end has not taken for so long ends the connection. */
  writeMs: number;
  /** After a close frame the other end gets so long to answer it. */
  closeMs: number;
  /** A planned stop closes the connections in random order over this time. */
  drainMs: number;
}

export const defaultLimits: GraphqlLimits = {
  bodyBytes: 64 * 1024,
  characters: 15_000,
  tokens: 1_000,
  depth: 8,
  levels: 16,
  aliases: 15,
  directives: 10,
  selections: 5_000,
  validationErrors: 3,
  coercionErrors: 10,
  listItems: 100,
  textLength: 10_000,
  longTexts: new Set(["body"]),
  longTextLength: 60_000,
  pageSize: 100,
  defaultPageSize: 20,
  cost: 5_000,
  operationMs: 5_000,
  pointsPerPerson: 60_000,
  pointsPerAddress: 6_000,
  socketsPerPerson: 10,
  strangersPerAddress: 3,
  operationsPerSocket: 50,
  operationsPerSecond: 30,
  framesPerSecond: 100,
  upgradesPerSecond: 300,
  initMs: 10_000,
  pingMs: 20_000,
  silenceMs: 40_000,
  lagMs: 20_000,
  writeMs: 30_000,
  closeMs: 1_000,
  drainMs: 20_000,
};
