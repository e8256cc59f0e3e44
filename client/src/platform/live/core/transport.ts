/** One subscription as it goes over the wire. */
export interface LiveOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Record<string, unknown>;
  /** What goes beside the operation and changes nothing in it. */
  readonly extensions?: { readonly hole: Hole } | undefined;
}

/** An update that did not follow on what was known: told to the server, whose operators want to know. */
export interface Hole {
  /** The seq up to which everything is here. */
  readonly last: number;
  readonly prev: number;
  readonly seq: number;
}

export interface LiveFault {
  readonly message: string;
  readonly extensions?: Record<string, unknown> | undefined;
}

export interface LiveResult {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly LiveFault[] | undefined;
}

export interface Sink {
  next(result: LiveResult): void;
  /** The server refused this operation; the connection goes on. */
  failed(faults: readonly LiveFault[]): void;
  completed(): void;
}

export interface ConnectionEvents {
  opened(): void;
  /** Anything at all came in, also what belongs to no operation. */
  heard(): void;
  /** Told once; afterwards the connection says nothing more. The code is a WebSocket's, or null. */
  closed(code: number | null): void;
}

export interface Connection {
  subscribe(operation: LiveOperation, sink: Sink): () => void;
  close(): void;
}

/** Opens with the first subscription. */
export type Transport = (events: ConnectionEvents) => Connection;

/** Milliseconds; injected so that tests and fault runs own the time. */
export interface Clock {
  now(): number;
  after(ms: number, run: () => void): () => void;
}
