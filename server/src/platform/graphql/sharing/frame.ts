/** One unmasked text frame of RFC 6455 around `parts`, which are its payload in UTF-8. */
export function textFrame(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const frame = frameFor(length);
  let at = headerLength(length);
  for (const part of parts) at += part.copy(frame, at);
  return frame;
}

/** The same around a text. */
export function textFrameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = frameFor(length);
  frame.write(text, headerLength(length));
  return frame;
}

/** Room for a payload of this length behind its header. */
function frameFor(length: number): Buffer {
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  frame[0] = 0x81;
  if (length < 126) frame[1] = length;
  else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return frame;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}
