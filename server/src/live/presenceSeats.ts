import { isOutage } from "../platform/database/outage.ts";
import type { LiveEvent, Seat, Teller } from "../platform/graphql/liveSource.ts";
import type { ShowPresence, Sitting } from "./presenceStream.ts";
import type { PresenceTold } from "./presenceTold.ts";

/** How long it waits for PostgreSQL, which has the people's names, before it asks again. */
const OUTAGE_MS = 250;

interface Row {
  tell: (told: PresenceTold, seats: () => readonly Seat[]) => Promise<readonly Seat[]>;
  seats: Map<Seat, Sitting>;
}

/** Those of one group who are told together: each change is made into bytes once for all who ask alike. */
export class PresenceSeats {
  readonly #rows = new Map<string, Row>();

  sit<Event extends LiveEvent>(
    key: string,
    sitting: Sitting,
    { teller, show }: { teller: () => Teller<Event>; show: ShowPresence<Event> },
  ): void {
    let row = this.#rows.get(key);
    if (!row) {
      const telling = teller();
      row = { tell: (told, seats) => telling.tell([show(told)], seats), seats: new Map() };
      this.#rows.set(key, row);
    }
    row.seats.set(sitting.seat, sitting);
  }

  leave(seat: Seat): void {
    for (const [key, { seats }] of this.#rows)
      if (seats.delete(seat) && seats.size === 0) this.#rows.delete(key);
  }

  /** Rejects when the answers cannot be made at all; those who sat then go on alone and find out why. */
  async tell(told: PresenceTold): Promise<void> {
    await Promise.all([...this.#rows.values()].map((row) => this.#tellRow(row, told)));
  }

  async #tellRow({ tell, seats }: Row, told: PresenceTold): Promise<void> {
    const behind = () =>
      [...seats.values()].filter((each) => each.told < told.seq).map(({ seat }) => seat);
    let refused: readonly Seat[] | null = null;
    while (!refused && seats.size > 0)
      try {
        refused = await tell(told, behind);
      } catch (error) {
        if (!isOutage(error)) refused = [...seats.keys()];
        else await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS));
      }
    for (const seat of refused ?? []) {
      const sitting = seats.get(seat);
      this.leave(seat);
      sitting?.stepOut();
    }
  }
}
