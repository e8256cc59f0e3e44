import { expect, test } from "vitest";
import { entry, goodRun, heard } from "./testing/goodRun.ts";
import { judge } from "./verdict.ts";

/** The withdrawal of the sixth is taken back, and everybody is shown this text. */
function takenBack(body: string) {
  const run = goodRun();
  const restored = entry(11, { name: "MessageRestored", messageId: "m6", version: 2 });
  run.eras[0].log.push(restored);
  const message = { messageId: "m6", body, version: 2, gone: false };
  for (const follower of ["f", "g"]) run.events.push(heard(follower, restored, 10, { message }));
  return judge(run);
}

test("a text that was taken back is the old one as a new version", () => {
  expect(takenBack("b 2.").findings).toEqual([]);
  expect(takenBack("another").findings.join("\n")).toContain("I9 phantom");
});
