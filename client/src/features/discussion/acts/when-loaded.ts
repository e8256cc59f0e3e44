import { t } from "@lingui/core/macro";
import { say } from "../../../ui/toast-list.ts";

// What is not needed to read comes when it is first used.
const messageActs = () => import("./message-acts.ts");
const threadActs = () => import("./thread-acts.ts");

type Loaded<Load extends () => Promise<unknown>> = Awaited<ReturnType<Load>>;

/** Does something with the acts on messages; without a link to fetch them it says so. */
export function withMessageActs(use: (acts: Loaded<typeof messageActs>) => unknown): void {
  messageActs().then(use, sayNoLink);
}

/** The same with the acts on threads. */
export function withThreadActs(use: (acts: Loaded<typeof threadActs>) => unknown): void {
  threadActs().then(use, sayNoLink);
}

function sayNoLink(): void {
  say(t`This needs the link. Try again when it is back.`);
}
