import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../log/log.ts";
import { createMailer } from "./createMailer.ts";
import {
  accountExistsLetter,
  invitationLetter,
  resetPasswordLetter,
  verifyEmailLetter,
} from "./letters.ts";
import { Mailbox } from "./mailbox.ts";
import { mailboxPage } from "./mailboxPage.ts";
import { createSmtpMailer } from "./smtp.ts";

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));
async function listen(server: Server): Promise<number> {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

describe("a letter", () => {
  const url = "https://baraza.example.org/reset?token=abc&x=1";

  test("has its link in the text on a line of its own, and in the html", () => {
    for (const letter of [
      verifyEmailLetter({ name: "Amina", url }),
      resetPasswordLetter({ name: "Amina", url }),
      accountExistsLetter({ name: "Amina", url }),
      invitationLetter({ groupName: "Zambia", networkName: "TALENT", inviterName: "Ann", url }),
    ]) {
      expect(letter.text.split("\n")).toContain(url);
      expect(letter.html).toContain('href="https://baraza.example.org/reset?token=abc&amp;x=1"');
      expect(letter.html).toMatch(/<html lang="en" dir="ltr">/);
      expect(letter.subject).not.toBe("");
    }
  });

  test("keeps what people wrote in its place", () => {
    const letter = invitationLetter({
      groupName: "Zambia\r\nBcc: everybody@x.example",
      networkName: "<img src=x onerror=alert(1)>",
      inviterName: "عائشة",
      url,
      note: 'Come & join\n<a href="https://evil.example">here</a>',
    });
    expect(letter.subject).toBe("عائشة invites you to Zambia Bcc: everybody@x.example");
    expect(letter.html).not.toMatch(/<img|evil\.example">here/);
    expect(letter.html).toContain("Come &amp; join<br>&lt;a href=");
    expect(letter.text).toContain("Come & join\n<a href");
  });
});

describe("the mailbox", () => {
  const letter = { kind: "t", to: "a@x.example", subject: "s", text: "t", html: "<p>t</p>" };
  async function show(mailbox: Mailbox, publicUrl = "http://localhost:4000") {
    const port = await listen(createHttpServer(mailboxPage({ mailbox, publicUrl })));
    return (path: string, headers: Record<string, string> = {}, method = "GET") =>
      new Promise<{ status: number; text: string; policy: string }>((resolve, reject) => {
        const asked = request({ port, host: "127.0.0.1", path, headers, method }, (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (part: string) => (text += part));
          answer.on("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              text,
              policy: String(answer.headers["content-security-policy"]),
            }),
          );
        });
        asked.on("error", reject).end();
      });
  }

  test("is what there is without a mail server, and keeps the last 200", () => {
    const { mailer, mailbox } = createMailer({
      config: { smtpUrl: null, mailFrom: "b@x.example", publicUrl: "http://localhost:4000" },
      log: createLog({ level: "silent" }),
    });
    for (let index = 0; index < 205; index += 1) mailer.send({ ...letter, subject: `${index}` });
    expect(mailbox?.mails()).toHaveLength(200);
    expect(mailbox?.mails()[0]?.subject).toBe("204");
  });

  test("shows letters, latest first, with links and without anything that runs", async () => {
    const mailbox = new Mailbox();
    mailbox.send({ ...letter, text: "see https://x.example/?a=1&b=<2> <script>alert(1)</script>" });
    mailbox.send({ ...letter, subject: "later", to: '"><script>@x.example' });
    const ask = await show(mailbox);
    const { status, text, policy } = await ask("/dev/mail");
    expect(status).toBe(200);
    expect(text.indexOf("later")).toBeLessThan(text.indexOf("see "));
    expect(text).toContain('<a href="https://x.example/?a=1&amp;b=&lt;2&gt;">');
    expect(text).not.toMatch(/<script/);
    expect(policy).toMatch(/^default-src 'none'.*style-src 'sha256-/);
    const json = JSON.parse((await ask("/dev/mail.json")).text);
    expect(json.mails).toHaveLength(2);
    expect(json.mails[0]).toMatchObject({ subject: "later", kind: "t" });
    expect((await ask("/dev/mail", {}, "POST")).status).toBe(404);
  });

  test("is for the machine it is on: links that open accounts lie in it", async () => {
    const mailbox = new Mailbox();
    const ask = await show(mailbox);
    expect((await ask("/dev/mail", { host: "localhost:4000" })).status).toBe(200);
    expect((await ask("/dev/mail", { host: "evil.example" })).status).toBe(404);
    expect((await ask("/dev/mail", { "x-forwarded-for": "203.0.113.1" })).status).toBe(404);
    const askPublic = await show(mailbox, "https://baraza.example.org");
    expect((await askPublic("/dev/mail")).status).toBe(404);
    const logged: string[] = [];
    createMailer({
      config: { smtpUrl: null, mailFrom: "b@x.example", publicUrl: "https://baraza.example.org" },
      log: createLog({ level: "warn", to: { write: (line) => void logged.push(line) } }),
    });
    expect(logged.join("")).toContain("set SMTP_URL");
  });
});

describe("a mail server", () => {
  /** Speaks as much SMTP as a delivery needs, and answers the first senders with `refusals`. */
  async function smtp(refusals: string[]) {
    const received: string[] = [];
    let tried = 0;
    const server = createServer((socket) => {
      let body: string | null = null;
      socket.write("220 test\r\n");
      socket.on("error", () => {});
      socket.setEncoding("utf8").on("data", (chunk: string) => {
        if (body !== null) {
          body += chunk;
          if (!body.endsWith("\r\n.\r\n")) return;
          received.push(body);
          body = null;
          socket.write("250 taken\r\n");
        } else if (/^MAIL/i.test(chunk)) {
          tried += 1;
          socket.write(`${refusals.shift() ?? "250 ok"}\r\n`);
        } else if (/^DATA/i.test(chunk)) {
          body = "";
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      });
    });
    const port = await listen(server);
    return { url: `smtp://127.0.0.1:${port}`, received, tried: () => tried };
  }
  const logged: string[] = [];
  const log = createLog({ level: "warn", to: { write: (line) => void logged.push(line) } });
  const letter = {
    to: "amina@x.example",
    ...resetPasswordLetter({ name: "Amina", url: "https://x.example/reset?token=canary" }),
  };
  const from = "Baraza <no-reply@x.example>";

  test("that is busy is tried again; the sender never waits", async () => {
    const server = await smtp(["451 later", "451 later"]);
    const mailer = createSmtpMailer({ smtpUrl: server.url, from, log, pausesMs: [5, 5, 5] });
    mailer.send(letter);
    expect(server.tried()).toBe(0);
    await mailer.settle(5_000);
    expect(server.tried()).toBe(3);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatch(/Subject: Choose a new password/);
    expect(server.received[0]).toMatch(/From: Baraza <no-reply@x\.example>/);
  });

  test("that refuses for good, or is not there, ends in the log, without reader or link", async () => {
    const server = await smtp(["550 no such reader amina@x.example"]);
    const refused = createSmtpMailer({ smtpUrl: server.url, from, log, pausesMs: [5] });
    refused.send(letter);
    await refused.settle(5_000);
    expect(server.tried()).toBe(1);
    const nowhere = createSmtpMailer({ smtpUrl: "smtp://127.0.0.1:1", from, log, pausesMs: [5] });
    nowhere.send(letter);
    await nowhere.settle(5_000);
    const lines = logged.join("");
    expect(lines).toContain('"responseCode":550');
    expect(lines).toContain("ESOCKET");
    expect(lines).toContain("reset-password");
    expect(lines).not.toMatch(/amina|canary/i);
  });
});
