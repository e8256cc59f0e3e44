import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RequestHandler } from "express";

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
    const encoding = req.acceptsEncodings("br", "gzip", "identity");
    if (
      typeof body !== "string" ||
      body.length < WORTH ||
      (encoding !== "br" && encoding !== "gzip")
    )
      return send(body);
    const compressing = encoding === "br" ? brotli(body, quick) : zip(body);
    compressing.then((bytes) => {
      // `send` of bytes would take away the type that stands there already.
      if (!res.headersSent) res.set("content-encoding", encoding).end(bytes);
    }, next);
    return res;
  };
  next();
};
