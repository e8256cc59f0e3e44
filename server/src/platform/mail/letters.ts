import { escapeHtml } from "./html.ts";
import type { Mail } from "./mail.ts";

/** A letter before it has a reader. */
type Letter = Omit<Mail, "to">;

/** Paragraphs of plain text; the link stands on a line of its own and is a button in the html. */
interface Draft {
  kind: string;
  subject: string;
  paragraphs: string[];
  link: { url: string; label: string };
  after: string[];
}

export function verifyEmailLetter({ name, url }: { name: string; url: string }): Letter {
  return write({
    kind: "verify-email",
    subject: "Confirm your e-mail address",
    paragraphs: [`Hello ${oneLine(name)},`, "please confirm that this is your e-mail address."],
    link: { url, label: "Confirm my address" },
    after: [
      "The link works for one day.",
      "If you did not make an account with Baraza, do not open the link: nothing more happens.",
    ],
  });
}

export function resetPasswordLetter({ name, url }: { name: string; url: string }): Letter {
  return write({
    kind: "reset-password",
    subject: "Choose a new password",
    paragraphs: [`Hello ${oneLine(name)},`, "here you can choose a new password for Baraza."],
    link: { url, label: "Choose a new password" },
    after: [
      "The link works once, for one hour. You are then signed out everywhere else.",
      "If you did not ask for this, leave it: your password stays as it is.",
    ],
  });
}

/** To somebody who signs up with an address that has an account: the screen must not tell, so the mailbox does. */
export function accountExistsLetter({ name, url }: { name: string; url: string }): Letter {
  return write({
    kind: "account-exists",
    subject: "You already have an account",
    paragraphs: [
      `Hello ${oneLine(name)},`,
      "somebody, probably you, wanted to make an account with this address. There is one already: sign in with it, or choose a new password if you have forgotten yours.",
    ],
    link: { url, label: "Sign in" },
    after: ["If it was not you, leave it: nothing has changed."],
  });
}

export function invitationLetter(invitation: {
  groupName: string;
  networkName: string;
  inviterName: string;
  url: string;
  note?: string | null;
}): Letter {
  const [group, network, inviter] = [
    invitation.groupName,
    invitation.networkName,
    invitation.inviterName,
  ].map(oneLine);
  const note = invitation.note?.trim();
  return write({
    kind: "invitation",
    subject: `${inviter} invites you to ${group}`,
    paragraphs: [
      "Hello,",
      `${inviter} invites you to the group ${group} of ${network} on Baraza.`,
      ...(note ? [`${inviter} writes:`, note] : []),
    ],
    link: { url: invitation.url, label: "See the invitation" },
    after: ["If you do not want to join, leave it: nothing happens."],
  });
}

function write({ kind, subject, paragraphs, link, after }: Draft): Letter {
  const text = [...paragraphs, link.url, ...after, "Baraza"].join("\n\n");
  // dir="auto": names and notes come in any script, and each paragraph then runs its own way.
  const html = (list: string[]) =>
    list.map((each) => `<p dir="auto">${escapeHtml(each).replaceAll("\n", "<br>")}</p>`).join("\n");
  const button = `<p><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5f4a;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`;
  const bare = `<p style="font-size:14px">Or copy this address: ${escapeHtml(link.url)}</p>`;
  return {
    kind,
    subject: subject.slice(0, 200),
    text: `${text}\n`,
    html: `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">
${html(paragraphs)}
${button}
${html(after)}
${bare}
<p>Baraza</p>
</div></body>
</html>
`,
  };
}

/** A name must not break out of its line, in the subject least of all. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
