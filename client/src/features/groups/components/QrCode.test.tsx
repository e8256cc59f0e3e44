import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import QrCode from "./QrCode.tsx";

it("draws each link as a picture of its own, with a name", () => {
  const drawn = ["https://a.example/join/one", "https://a.example/join/two"].map((text) => {
    const { container, unmount } = render(<QrCode label="The link as a code" text={text} />);
    expect(screen.getByRole("img", { name: "The link as a code" })).toBeTruthy();
    const path = container.querySelectorAll("path")[1]?.getAttribute("d") ?? "";
    unmount();
    return path;
  });
  for (const path of drawn) expect(path.match(/M/g)?.length).toBeGreaterThan(200);
  expect(drawn[0]).not.toBe(drawn[1]);
});
