import { describe, expect, it } from "vitest";
import { judge, type Heard } from "./heard.ts";

const heard = (
  ...answers: (readonly [seq: number, prev: number, body: string | null])[]
): Heard[] =>
  answers.map(([seq, prev, body]) => ({ at: 0, kind: "", cursor: "", seq, prev, body }));

describe("what a follower heard", () => {
  it("is right when all came once, in order, each on the one before", () => {
    const answers = heard([1, 1, null], [2, 1, "a"], [3, 2, "b"], [3, 3, null]);
    expect(judge(answers, ["a", "b"])).toEqual([]);
  });

  it.each([
    ["lost", heard([2, 1, "a"]), /1 of 2 messages did not come/],
    ["doubled", heard([2, 1, "a"], [3, 2, "b"], [3, 2, "b"]), /1 messages came twice/],
    ["swapped", heard([3, 1, "b"], [2, 1, "a"]), /in another order/],
    ["phantom", heard([2, 1, "a"], [3, 2, "b"], [4, 3, "c"]), /1 messages came that nobody sent/],
    ["with a hole", heard([2, 1, "a"], [4, 3, "b"]), /1 answers did not follow/],
  ])("is wrong when it is %s", (_what, answers, words) => {
    expect(judge(answers, ["a", "b"]).join()).toMatch(words);
  });
});
