import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream";
import type { Request, RequestHandler, Response } from "express";

interface ClientFile {
  file: string;
  tag: string;
  /** Encodings that the build made beside it. */
  encodings: ReadonlySet<string>;
  immutable: boolean;
}

const suffixes = { br: ".br", gzip: ".gz" } as const;
/** What the server answers itself: never a page of the client. */
const reserved = /^\/(graphql|api|health|metrics|files|dev)(\/|$)/;

/** All files of the build by their URL path. Looked up, never joined: a path cannot leave the folder. */
function listFiles(folder: string): Map<string, ClientFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
    );
  const known = new Set(names);
  const files = new Map<string, ClientFile>();
  for (const name of names) {
    if (/\.(br|gz|map)$/.test(name)) continue;
    const file = path.join(folder, name);
    const encodings = new Set(
      Object.entries(suffixes).flatMap(([encoding, suffix]) =>
        known.has(name + suffix) ? [encoding] : [],
      ),
    );
    const tag = createHash("sha256").update(readFileSync(file)).digest("base64url").slice(0, 22);
    // The build puts a hash of the content into the names of what it puts there.
    files.set(`/${name}`, { file, tag, encodings, immutable: name.startsWith("assets/") });
  }
  return files;
}

function send(req: Request, res: Response, { file, tag, encodings, immutable }: ClientFile): void {
  const encoding = encodings.size > 0 && req.acceptsEncodings("br", "gzip", "identity");
  const chosen = encoding && encodings.has(encoding) ? (encoding as keyof typeof suffixes) : null;
  res.type(path.extname(file));
  res.vary("accept-encoding");
  res.set("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
  res.set("etag", `"${tag}${chosen ? `-${chosen}` : ""}"`);
  if (chosen) res.set("content-encoding", chosen);
  if (req.fresh) return void res.status(304).end();
  if (req.method === "HEAD") return void res.end();
  pipeline(createReadStream(chosen ? file + suffixes[chosen] : file), res, (error) => {
    if (error && !res.headersSent) res.destroy();
  });
}

/** The built client: its files, and its page for every address that a person opens. null without a build. */
export function clientFiles(folder: string): RequestHandler | null {
  if (!existsSync(path.join(folder, "index.html"))) return null;
  const files = listFiles(folder);
  const page = files.get("/index.html");
  return (req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD") return next();
    const file = files.get(req.path === "/" ? "/index.html" : req.path);
    if (file) return send(req, res, file);
    const navigates = req.accepts(["json", "html"]) === "html" && !path.extname(req.path);
    if (page && navigates && !reserved.test(req.path)) return send(req, res, page);
    next();
  };
}
