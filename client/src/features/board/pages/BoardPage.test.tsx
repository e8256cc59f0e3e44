import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aGroup, aNetwork, aPerson, aViewer, page } from "../../../testing/builders.ts";
import { renderApp } from "../../../testing/render-app.tsx";

const groups = [
  aGroup({
    name: "Kafue",
    nextStates: ["GRADUATED", "SEALED"],
    memberCount: 12,
    heldCount: 1,
    waitingCount: 2,
    openApplicationCount: 3,
    attention: ["SILENT"],
    visibility: "CONFIDENTIAL",
    programme: { id: "programme-1", name: "Leading change" },
    wave: { id: "wave-1", name: "Pilot" },
    members: page([{ id: "membership-1", person: aPerson() }]),
    coordinatorCount: 3,
  }),
  aGroup({
    id: "group-2",
    name: "Everybody",
    memberCapacity: null,
    coordinatorCount: 0,
    nextStates: ["SEALED"],
  }),
];

/** A network whose second page of the board holds the second group. */
function render(path: string, summary: object | null) {
  const asked: object[] = [];
  const moved: object[] = [];
  const board = (args: { after?: string | null; filter: object; order: string }) => {
    asked.push({ filter: { ...args.filter }, order: args.order });
    const nodes = args.after ? groups.slice(1) : groups.slice(0, 1);
    return { ...page(nodes), pageInfo: { hasNextPage: !args.after, endCursor: "after-1" } };
  };
  const programmes = page([{ id: "programme-1", name: "Leading change" }]);
  const network = aNetwork({ viewerCan: ["SEE_BOARD"], boardSummary: summary, board, programmes });
  const moveGroupOn = ({ input }: { input: { groupId: string; state: string } }) => {
    moved.push(input);
    const group = groups.find(({ id }) => id === input.groupId);
    return group?.id === "group-2"
      ? {
          group: null,
          errors: [{ __typename: "Refusal", code: "FORBIDDEN", message: "Not this one." }],
        }
      : { group: { ...group, state: input.state, nextStates: [] }, errors: [] };
  };
  const app = renderApp(path, { network, viewer: aViewer(), moveGroupOn });
  return { ...app, board: asked, moved };
}

const numbers = {
  groupCount: 2,
  attentionCount: 1,
  freeSeatCount: 7,
  waitingCount: 2,
  openApplicationCount: 3,
  countries: ["ZM"],
};

it("says of each group how it is, of all of them how many, and goes on with one request a page", async () => {
  const { asked } = render("/networks/talent/board", numbers);
  const group = (await screen.findByText("Leading change", { selector: "a *" })).closest("li, tr");
  const row = within(group as HTMLElement);
  for (const words of ["12 of 20", "7 free", "1 held", "3 applications", "2 in the line"])
    expect(row.getByText(words, { exact: false })).toBeTruthy();
  for (const words of [
    "Silent for two weeks",
    "Confidential",
    "Grace Nkandu",
    "and 2 more",
    "Pilot",
  ])
    expect(row.getByText(words)).toBeTruthy();
  const all = within(screen.getByRole("list", { name: "The whole network" }));
  expect(all.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "2 groups",
    "1 needs attention",
    "7 free seats",
    "3 open applications",
    "2 people in a line",
  ]);
  expect(asked).toEqual(["BoardPage"]);
  fireEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("Everybody")).toBeTruthy();
  expect(screen.getByText("12 taken, no limit")).toBeTruthy();
  expect(screen.getByText("Kafue")).toBeTruthy();
  expect(asked).toEqual(["BoardPage", "BoardPage"]);
});

it("is narrowed by its address", async () => {
  const { board, history } = render(
    "/networks/talent/board?state=ACTIVE&order=FREE_SEATS",
    numbers,
  );
  await screen.findByText("Kafue");
  fireEvent.change(screen.getByLabelText("Needs attention"), { target: { value: "SILENT" } });
  await screen.findByText("Kafue");
  expect(history.place().search).toBe("?state=ACTIVE&order=FREE_SEATS&attention=SILENT");
  const filter = { state: "ACTIVE", kind: null, country: null, programmeId: null };
  expect(board).toEqual([
    { filter: { ...filter, attention: null }, order: "FREE_SEATS" },
    { filter: { ...filter, attention: ["SILENT"] }, order: "FREE_SEATS" },
  ]);
});

it("moves the chosen groups on once it has shown which go and which stay, and says what was refused", async () => {
  const { moved } = render("/networks/talent/board", numbers);
  await screen.findByText("Kafue");
  fireEvent.click(screen.getByRole("button", { name: "Show more" }));
  await screen.findByText("Everybody");
  fireEvent.click(screen.getByLabelText("Choose Kafue"));
  fireEvent.click(screen.getByRole("button", { name: "Choose all shown" }));
  expect(screen.getByText("2 groups chosen")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Move on" }));
  expect(await screen.findByText("1 group moves on:")).toBeTruthy();
  expect(screen.getByText("1 stays as it is:")).toBeTruthy();
  expect(moved).toEqual([]);
  fireEvent.change(screen.getByLabelText("To"), { target: { value: "SEALED" } });
  fireEvent.change(screen.getByLabelText("Why"), { target: { value: "The year is over." } });
  fireEvent.click(screen.getByRole("button", { name: "Move 2 groups on" }));
  expect(await screen.findByText("1 group moved on.")).toBeTruthy();
  expect(screen.getByText("Everybody: Not this one.")).toBeTruthy();
  const how = { state: "SEALED", reason: "The year is over." };
  expect(moved).toEqual(["group-1", "group-2"].map((groupId) => ({ groupId, ...how })));
});

it("is not there for who may not see it", async () => {
  render("/networks/talent/board", null);
  await waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 }).textContent).not.toBe("Board");
  });
});
