import { expect } from "@playwright/test";

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The latest letter to an address, and the first link in it, as soon as it is there. */
export async function mailTo(url: string, address: string): Promise<Mail & { link: string }> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      const { mails } = (await (await fetch(`${url}/dev/mail.json`)).json()) as { mails: Mail[] };
      found = mails.find(({ to }) => to.includes(address));
      return found?.to;
    })
    .toBeTruthy();
  if (!found) throw new Error(`No mail to ${address}`);
  const link = /https?:\/\/\S+/.exec(found.text)?.[0] ?? "";
  return { ...found, link };
}
