import { attempt, signUp } from "../api.ts";
import { expect, test } from "../journey.ts";
import { phone } from "../screen.ts";
import { makeGroup, makeLink } from "../world.ts";

test("25 people accept 20 places at once: 20 are in, the others are told that it is full", async ({
  openAs,
  product,
}) => {
  const { coordinator, id, path, name } = await makeGroup(product.url, { members: 0 });
  const token = await makeLink(coordinator, id, { maxUses: 100 });
  const people = await Promise.all(
    Array.from({ length: 25 }, (_, at) => signUp(product.url, `Person ${at + 1}`)),
  );
  const late = await openAs(people[24], phone);
  await late.goto(`/join/${token}`);
  const join = late.getByRole("button", { name: "Join the group" });
  await expect(join).toBeVisible();

  const answers = await Promise.all(
    people
      .slice(0, 24)
      .map((one) =>
        attempt<{ membership: object | null }>(
          one,
          "acceptInvitation",
          { token },
          "membership { id }",
        ),
      ),
  );
  expect(answers.filter(({ membership }) => membership)).toHaveLength(20);
  const refused = answers.filter(({ membership }) => !membership);
  expect(refused.map(({ errors }) => errors[0]?.code)).toEqual(Array(4).fill("GROUP_FULL"));

  // The screen was opened while there was room.
  await join.click();
  await expect(late.getByRole("heading", { name: "This group is full" })).toBeVisible();
  await late.reload();
  await expect(late.getByRole("heading", { name: "This group is full" })).toBeVisible();

  const desk = await openAs(coordinator);
  await desk.goto(`${path}/members`);
  await expect(desk.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(desk.getByRole("main").getByText("20 of 20 members")).toBeVisible();
  await expect(desk.getByRole("link", { name: /^Person \d+$/ })).toHaveCount(20);
});
