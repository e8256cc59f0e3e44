import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isFromHere, isLoopback } from "../limits/clientAddress.ts";
import { escapeHtml } from "./html.ts";
import type { KeptMail, Mailbox } from "./mailbox.ts";

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem; padding: 0 1rem; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin-block: .75rem .25rem; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/**
 * Shows the mailbox: GET /dev/mail for people, GET /dev/mail.json for programs. Every letter with its link to a new
 * password lies open there, so it is shown only where Baraza runs for its own machine, to a caller on that machine
 * who asked for a name that means it (a page elsewhere can point its own name at 127.0.0.1).
 */
export function mailboxPage({ mailbox, publicUrl }: { mailbox: Mailbox; publicUrl: string }) {
  const onOwnMachine = isLoopback(new URL(publicUrl).hostname);
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): void => {
    const askedFor = URL.parse(`http://${request.headers.host ?? ""}`)?.hostname ?? "";
    if (
      !onOwnMachine ||
      !isLoopback(askedFor) ||
      !isFromHere(request) ||
      request.method !== "GET"
    ) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
      return;
    }
    const path = URL.parse(request.originalUrl ?? request.url ?? "/", publicUrl)?.pathname;
    const asJson = path?.endsWith(".json");
    response.writeHead(200, {
      "content-type": asJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    response.end(asJson ? JSON.stringify({ mails: mailbox.mails() }) : page(mailbox.mails()));
  };
}

function page(mails: readonly KeptMail[]): string {
  const list = mails.length ? mails.map(letter).join("\n") : "<p>No mail yet.</p>";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title><style>${style}</style></head>
<body><main>
<h1>Mailbox</h1>
<p>There is no mail server, so mails are kept here, latest first. A restart empties the mailbox.</p>
${list}
</main></body>
</html>
`;
}

function letter(mail: KeptMail): string {
  const at = mail.at.toISOString();
  return `<article id="${mail.id}">
<h2 dir="auto">${escapeHtml(mail.subject)}</h2>
<p>To <b>${escapeHtml(mail.to)}</b>, <time datetime="${at}">${at.slice(0, 19).replace("T", " ")} UTC</time></p>
<pre dir="auto">${withLinks(mail.text)}</pre>
</article>`;
}

/** Every second piece of the split is a link. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, index) => {
      const safe = escapeHtml(piece);
      return index % 2 ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join("");
}
