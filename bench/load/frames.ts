/** The bytes of one WebSocket text frame of a client. The mask is zero: legal, and it leaves the text as it is. */
export function clientFrame(text: string, opcode = 1): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | body.length, 0, 0, 0, 0])
      : Buffer.from([0x80 | opcode, 0x80 | 126, body.length >> 8, body.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, body]);
}

/** Reads a server's frames out of chunks as they come; whole messages are handed on as a range of a buffer. */
export class FrameReader {
  #rest: Buffer | null = null;
  #parts: Buffer[] = [];
  readonly #onMessage: (buffer: Buffer, start: number, end: number) => void;
  readonly #onControl: (opcode: number, body: Buffer) => void;

  constructor(
    onMessage: (buffer: Buffer, start: number, end: number) => void,
    onControl: (opcode: number, body: Buffer) => void,
  ) {
    this.#onMessage = onMessage;
    this.#onControl = onControl;
  }

  /** The chunk is not kept: what is incomplete is copied. */
  feed(chunk: Buffer): void {
    const buffer = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (buffer.length - at >= 2) {
      const first = buffer[at];
      let length = buffer[at + 1] & 127;
      let head = 2;
      if (length === 126) {
        if (buffer.length - at < 4) break;
        length = buffer.readUInt16BE(at + 2);
        head = 4;
      } else if (length === 127) {
        if (buffer.length - at < 10) break;
        length = Number(buffer.readBigUInt64BE(at + 2));
        head = 10;
      }
      const end = at + head + length;
      if (buffer.length < end) break;
      this.#frame(first, buffer, at + head, end);
      at = end;
    }
    this.#rest = at < buffer.length ? Buffer.from(buffer.subarray(at)) : null;
  }

  #frame(first: number, buffer: Buffer, start: number, end: number): void {
    const opcode = first & 15;
    if (opcode >= 8) return this.#onControl(opcode, Buffer.from(buffer.subarray(start, end)));
    const last = (first & 0x80) !== 0;
    if (last && this.#parts.length === 0) return this.#onMessage(buffer, start, end);
    this.#parts.push(Buffer.from(buffer.subarray(start, end)));
    if (!last) return;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#onMessage(whole, 0, whole.length);
  }
}
