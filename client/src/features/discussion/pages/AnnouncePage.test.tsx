import { fireEvent, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { aGroup, aViewer, page } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

const zambia = aGroup({ id: "zambia", name: "Zambia" });
const kenya = aGroup({ id: "kenya", name: "Kenya" });
const malawi = aGroup({ id: "malawi", name: "Malawi" });
const sealed = { __typename: "Refusal", code: "GROUP_SEALED", message: "This group is sealed." };

/** Counts as the server does: two people a group. */
function announcementReach({ groupIds }: { groupIds?: string[] | null }) {
  const heard = groupIds ?? ["zambia", "malawi"];
  return {
    groupCount: heard.length,
    personCount: heard.length * 2,
    groups: [
      { group: zambia, error: null },
      { group: kenya, error: sealed },
      { group: malawi, error: null },
    ],
  };
}

it("says whom it reaches before, and what came of it in each group after", async () => {
  const inputs: Record<string, unknown>[] = [];
  const { findByRole, findByText, getByRole, getByLabelText, queryByText } = renderApp(
    "/announce",
    {
      viewer: aViewer({ announcementReach }),
      announceToGroups: ({ input }: { input: Record<string, unknown> }) => {
        inputs.push(input);
        const thread = { __typename: "Thread", id: "t1" };
        const refused = inputs.length === 1;
        return {
          announcements: refused
            ? []
            : [
                { groupId: "zambia", group: zambia, thread, error: null },
                { groupId: "malawi", group: malawi, thread: null, error: sealed },
              ],
          errors: refused
            ? [{ ...sealed, code: "INVALID_INPUT", message: "A title, please.", field: ["title"] }]
            : [],
        };
      },
    },
  );
  const box = (name: string) => getByRole("checkbox", { name }) as HTMLInputElement;
  await findByRole("checkbox", { name: "Zambia" });
  expect([box("Zambia"), box("Kenya"), box("Malawi")].map(({ checked }) => checked)).toEqual([
    true,
    false,
    true,
  ]);
  expect(box("Kenya").disabled).toBe(true);
  await findByText("This group is sealed.");
  await findByText(/2 groups · 4 people/);
  fireEvent.click(box("Malawi"));
  await findByText(/1 group · 2 people/);
  fireEvent.click(getByRole("button", { name: "Choose all" }));
  fireEvent.change(getByLabelText("Title"), { target: { value: "Call" } });
  fireEvent.change(getByLabelText("What you announce"), { target: { value: "On Friday" } });
  fireEvent.click(getByRole("button", { name: "Announce to 2 groups" }));
  await findByText("A title, please.");
  expect((getByLabelText("What you announce") as HTMLTextAreaElement).value).toBe("On Friday");
  fireEvent.click(getByRole("button", { name: "Announce to 2 groups" }));
  const link = await findByRole("link", { name: "Zambia" });
  expect(link.getAttribute("href")).toBe("/groups/zambia/threads/t1");
  await findByText("Announced in 1 group");
  await findByText("Malawi");
  expect(queryByText("This group is sealed.")).not.toBeNull();
  expect(inputs.map(({ groupIds, title, body }) => [groupIds, title, body])).toEqual([
    [["zambia", "malawi"], "Call", "On Friday"],
    [["zambia", "malawi"], "Call", "On Friday"],
  ]);
  // The same key for the second try: it cannot announce twice.
  expect(inputs[0]?.["clientKey"]).toBe(inputs[1]?.["clientKey"]);
});

it("is offered to who leads a group, and to nobody else", async () => {
  const led = renderApp("/groups", {
    viewer: aViewer({ groups: page([aGroup({ viewerRole: "COORDINATOR" })]) }),
  });
  expect((await led.findByRole("link", { name: "Announce" })).getAttribute("href")).toBe(
    "/announce",
  );
  led.unmount();
  const member = renderApp("/groups", { viewer: aViewer({ groups: page([aGroup()]) }) });
  await member.findByRole("heading", { name: "Your groups" });
  await waitFor(() => expect(member.queryByText(/12 members/)).not.toBeNull());
  expect(member.queryByRole("link", { name: "Announce" })).toBeNull();
});
