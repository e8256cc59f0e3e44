import { raw, type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { isOutage } from "../database/outage.ts";
import type { Viewer } from "../graphql/context.ts";
import type { Authenticate } from "../graphql/caller.ts";
import { originAllowed } from "../http/origin.ts";
import { createLimiter } from "../limits/limiter.ts";
import type { Blob } from "./blobs.ts";
import { PictureRefused } from "./pictures.ts";

const MOST_BYTES = 10 * 1024 * 1024;
/** A form on another site cannot send a header of its own without being asked first. */
const HEADER = "x-baraza-upload";
/** Pictures that one person may send to this node in an hour. */
const AN_HOUR = 30;
/** Pictures that are unpacked at the same time, and that wait for it. */
const AT_ONCE = 2;
const WAITING = 10;

/** A room's pictures: how one is taken in, and who may have which. */
export interface Pictures {
  /** Takes what a person sent and gives what the answer says. Throws PictureRefused. */
  take(viewer: Viewer, sent: { bytes: Buffer; declared: string }): Promise<object>;
  /** null for what is not there and for what the viewer may not have. */
  find(viewer: Viewer, name: string): Promise<Blob | null>;
}

const refuse = (res: Response, status: number, code: string, message: string) =>
  void res.status(status).json({ error: { code, message } });

/** POST of a picture's bytes to `path`, and GET of what lies under it by names that never change their content. */
export function mountPictures({
  app,
  path,
  pictures,
  scopes,
  authenticate,
  publicUrl,
}: {
  app: Express;
  path: string;
  pictures: Pictures;
  /** What an app must have been granted to write and to read. */
  scopes: { write: string; read: string };
  authenticate: Authenticate;
  publicUrl: string;
}): void {
  const limiter = createLimiter({
    name: "pictures",
    points: AN_HOUR,
    seconds: 3_600,
    store: "memory",
  });
  const turns = new Turns();

  async function viewerOf(req: Request): Promise<Viewer | null> {
    return authenticate(req, req.get("authorization"));
  }

  app.post(path, async (req, res, next) => {
    res.set("cache-control", "no-store");
    if (!req.get(HEADER) || !originAllowed(req, { publicUrl, others: [], missing: true }))
      return refuse(res, 403, "FORBIDDEN", `Send the header ${HEADER}, from a page of ours.`);
    const viewer = await viewerOf(req);
    if (!viewer) return refuse(res, 401, "UNAUTHENTICATED", "Sign in first.");
    if (!may(viewer, scopes.write))
      return refuse(res, 403, "FORBIDDEN", `This needs the scope ${scopes.write}.`);
    const { allowed, resetAt } = await limiter.take(viewer.personId);
    if (!allowed || turns.full) {
      const wait = allowed ? 5 : Math.ceil((resetAt.getTime() - Date.now()) / 1000);
      res.set("retry-after", String(Math.max(1, wait)));
      return refuse(res, 429, "THROTTLED", "These are many pictures: try again later.");
    }
    res.locals["viewer"] = viewer;
    next();
  });
  app.post(path, raw({ type: () => true, limit: MOST_BYTES, inflate: false }), tooLarge);
  app.post(path, async (req, res) => {
    const bytes: unknown = req.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0)
      return refuse(res, 400, "NOT_A_PICTURE", "Send the bytes of a picture.");
    const declared = req.get("content-type") ?? "";
    try {
      const viewer = res.locals["viewer"] as Viewer;
      res.status(201).json(await turns.run(() => pictures.take(viewer, { bytes, declared })));
    } catch (error) {
      if (error instanceof PictureRefused) return refuse(res, 422, error.code, error.message);
      if (!isOutage(error)) throw error;
      res.set("retry-after", "2");
      refuse(res, 503, "UNAVAILABLE", "This cannot be done right now. Try again in a moment.");
    }
  });

  app.get(`${path}/:name`, async (req, res) => {
    const viewer = await viewerOf(req);
    const blob =
      viewer && may(viewer, scopes.read) ? await pictures.find(viewer, req.params.name) : null;
    if (!blob) {
      res.set("cache-control", "no-store");
      return refuse(res, 404, "NOT_FOUND", "There is nothing here that you can see.");
    }
    res.set({
      "content-type": blob.type,
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    res.send(blob.bytes);
  });
}

const may = ({ scopes }: Viewer, scope: string) => scopes === "all" || scopes.has(scope);

const tooLarge: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const { status } = error as { status?: number };
  if (status === 413)
    return refuse(res, 413, "TOO_LARGE", "A picture may have at most 10 megabytes.");
  next(error);
};

/** Lets few do their work at a time: unpacked, a picture is a hundred times as large. */
class Turns {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  get full(): boolean {
    return this.#waiting.length >= WAITING;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
