import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";

const WORTH = 1_024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
// Fast levels: an answer is compressed once and read once.
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Compresses the JSON answers of what follows: on a poor link they are most of what a screen costs. */
export const compressAnswers: RequestHandler = (req, res, next) => {
  const send = res.send.bind(res);
  res.vary("accept-encoding");
  res.send = (body: unknown) => {
    res.send = send;
    const compressing = typeof body === "string" ? compressed(req, res, body) : null;
    if (!compressing) return send(body);
    compressing.then(undefined, next);
    return res;
  };
  next();
};

/** Ends the answer with a text, compressed if that is worth it and wanted; null when it is not. */
export function compressed(req: Request, res: Response, text: string): Promise<void> | null {
  if (text.length < WORTH || !req.headers["accept-encoding"]) return null;
  const encoding = req.acceptsEncodings("br", "gzip", "identity");
  if (encoding !== "br" && encoding !== "gzip") return null;
  const compressing = encoding === "br" ? brotli(text, quick) : zip(text);
  return compressing.then((bytes) => {
    // `send` of bytes would take away the type that stands there already.
    if (!res.headersSent) res.set("content-encoding", encoding).end(bytes);
  });
}
