import type { WirePerson } from "../../server/src/testing/wire.ts";
import { WireSocket, type WireOperation } from "../../server/src/testing/wireSocket.ts";

/** What one answer of a live field is on the wire. */
export interface Answer {
  data?: { updates: Update } | null;
  errors?: readonly object[];
}

export interface Update {
  __typename: string;
  seq: number;
  prev: number;
  at: string;
  cursor: string;
  message?: { id: string; body: string; version: number; withdrawnAt: string | null };
  thread?: object;
  from?: number;
  to?: number;
  endReason?: string;
  resetReason?: string;
}

/** One operation on its way. `end` is called once, with the reason. */
export interface Stream {
  leave(): void;
}

export type OpenStream = (
  where: { url: string; person: WirePerson; operation: WireOperation },
  ears: { next: (answer: Answer) => void; end: (why: string) => void },
) => Stream;

/** A socket for the one operation. */
export const overSocket: OpenStream = ({ url, person, operation }, { next, end }) => {
  const socket = new WireSocket(url, person, {
    next: (_, answer) => next(answer),
    over: (_, why) => {
      socket.close();
      end(why);
    },
    closed: end,
  });
  socket.subscribe("1", operation);
  return { leave: () => socket.terminate() };
};

/** Server-sent events. */
export const overEvents: OpenStream = ({ url, person, operation }, { next, end }) => {
  const stop = new AbortController();
  const follow = async (): Promise<string> => {
    try {
      const answers = person.stream(url, operation.query, operation.variables, stop.signal);
      for await (const answer of answers) next(answer);
      return "complete";
    } catch (error) {
      return String(error);
    }
  };
  void follow().then(end);
  return { leave: () => stop.abort(new Error("left")) };
};
