import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";

// The two <style> elements that React Aria adds as it runs: touch-action on pressable things, and no scrolling
// behind a dialog. Allowed by their text, so that style-src needs no 'unsafe-inline'.
const reactAriaStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** The headers of every answer. The policy for pages lets nothing in but what comes from here. */
export function securityHeaders({ publicUrl }: { publicUrl: string }): RequestHandler {
  const own = new URL(publicUrl);
  const encrypted = own.protocol === "https:";
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", ...reactAriaStyles],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        // Some browsers do not count sockets as 'self'.
        "connect-src": ["'self'", `${encrypted ? "wss" : "ws"}://${own.host}`],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
      },
    },
    strictTransportSecurity: encrypted && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  protect(sample.req, sample, () => {});
  sample.setHeader(
    "permissions-policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  );
  // They are the same for every answer, so the library is asked once.
  const headers = sample
    .getHeaderNames()
    .map((name) => [name, sample.getHeader(name) ?? ""] as const);
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}
