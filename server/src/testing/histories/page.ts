import type { Actor, Data } from "../world.ts";
import type { Held } from "./held.ts";
import { isNotFound, Segment, type Following, type Link } from "./stream.ts";
import { control, type LiveField } from "./truth/liveField.ts";

/** Where a page may be at: told on, cut off for now, or not for this person any more. */
type State = "live" | "cut" | "over";

/** One followed thing on one person's screen: a snapshot, and what updates make of it. */
export class Page {
  readonly field: LiveField;
  /** The id of what is followed; empty for the person's own. */
  readonly target: string;
  /** The group that it belongs to, if to one. */
  readonly groupId: string | null;
  readonly segments: Segment[] = [];
  held: Held | null = null;
  state: State = "over";
  /** What was cut off has to be asked for again when it is back. */
  stale = false;
  failure: Error | null = null;
  readonly #link: Link;
  readonly #by: Actor;
  readonly #onUpdate: (page: Page, update: Data) => void;
  #cursors: string[] = [];
  #stream: Following | null = null;

  constructor(
    link: Link,
    about: { by: Actor; field: LiveField; target: string; groupId: string | null },
    onUpdate: (page: Page, update: Data) => void,
  ) {
    this.#link = link;
    this.#by = about.by;
    this.field = about.field;
    this.target = about.target;
    this.groupId = about.groupId;
    this.#onUpdate = onUpdate;
  }

  /** What a fresh query says; null when it is not for this person. */
  async fresh(): Promise<{ held: Held; cursor: string; words: string } | null> {
    const answer = await this.#by.ask(this.field.snapshot, { target: this.target });
    const read = this.field.read(answer);
    return read && { ...read, words: JSON.stringify(answer) };
  }

  /** Asks for the snapshot and follows from its cursor; `asleep` follows only when it is resumed. */
  async open(asleep = false): Promise<void> {
    await this.cut();
    this.stale = false;
    const snapshot = await this.fresh();
    if (!snapshot) {
      this.state = "over";
      return;
    }
    this.held = snapshot.held;
    this.#cursors = [snapshot.cursor];
    this.state = "cut";
    if (!asleep) this.resume();
  }

  /** Comes back with what it held; `back`: with a cursor so many answers older, as after a crash. */
  resume(back = 0): void {
    if (this.state !== "cut") return;
    const after = this.#cursors.at(-1 - Math.min(back, this.#cursors.length - 1))!;
    const { field, target } = this;
    const stream = this.#link.follow({ field, target, after });
    this.state = "live";
    this.#stream = stream;
    const segment = new Segment(after);
    this.segments.push(segment);
    void this.#pump(stream, segment);
  }

  /** Comes back with a cursor that is none: the stream's answer must be Reset. */
  async lose(): Promise<void> {
    await this.cut();
    this.#cursors = ["no cursor"];
    this.resume();
  }

  async cut(): Promise<void> {
    const stream = this.#stream;
    this.#stream = null;
    if (this.state === "live") this.state = "cut";
    await stream?.leave();
  }

  /** It is not for this person any more. */
  async end(): Promise<void> {
    await this.cut();
    this.state = "over";
  }

  /** Asks again and follows on as before. */
  async refresh(): Promise<void> {
    const snapshot = await this.fresh();
    if (snapshot) this.held = snapshot.held;
  }

  /** The last position that this connection has told of; -1 before its first word. */
  get last(): number {
    const segment = this.segments.at(-1);
    return segment && segment.words.length > 0 ? segment.last : -1;
  }

  async #pump(stream: Following, segment: Segment): Promise<void> {
    try {
      for await (const { data, errors } of stream.answers) {
        // What comes after the cut is lost on the way.
        if (this.#stream !== stream) return;
        if (errors && !isNotFound(errors)) throw new Error(JSON.stringify(errors));
        if (errors) return await this.#breakOff({ __typename: "Denied" });
        this.#take(data?.[this.field.field] as Data, segment);
      }
      if (this.#stream === stream && this.state === "live")
        throw new Error("the stream ended without saying why");
    } catch (error) {
      if (this.#stream !== stream) return;
      if (isNotFound(error)) await this.end();
      else this.failure ??= error instanceof Error ? error : new Error(JSON.stringify(error));
    }
  }

  /** What is told of a thing that went out of sight meanwhile cannot be shown; it is asked for again, as after Reset. */
  async #breakOff(update: Data): Promise<void> {
    await this.cut();
    this.#onUpdate(this, update);
  }

  #take(update: Data, segment: Segment): void {
    const name = update["__typename"] as string;
    if (name === "Reset") return void this.#breakOff(update);
    segment.take(update);
    this.#cursors.push(update["cursor"]);
    if (name === "Ended") this.state = "over";
    else if (!control.includes(name)) this.field.told[name].apply(this.held!, update);
    this.#onUpdate(this, update);
  }
}
