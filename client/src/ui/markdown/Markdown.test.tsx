import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Markdown } from "./Markdown.tsx";
import { plainText } from "./plain-text.ts";

const html = (text: string) =>
  render(<Markdown text={text} />).container.firstElementChild!.innerHTML;

describe("what a message can say", () => {
  it.each([
    [
      "**strong** and *soft* and ~~gone~~",
      "<strong>strong</strong> and <em>soft</em> and <s>gone</s>",
    ],
    ["snake_case_word", "snake_case_word"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["one\ntwo", "one<br>two"],
    ["`a **b**`", "<code>a **b**</code>"],
    ["\\*not soft\\*", "*not soft*"],
  ])("%s", (text, expected) => {
    expect(html(text)).toBe(`<p dir="auto">${expected}</p>`);
  });

  it("reads lists, quotes, code and rules", () => {
    expect(html("- one\n- two\n  - in two")).toContain(
      `<ul dir="auto"><li><p>one</p></li><li><p>two</p><ul dir="auto"><li><p>in two</p>`,
    );
    expect(html("3. three\n4. four")).toContain('<ol dir="auto" start="3">');
    expect(html("> said\n> before")).toContain("<blockquote><p");
    expect(html("```\n<b>\n```")).toContain("&lt;b&gt;");
    expect(html("a\n\n---\n\nb")).toContain("<hr>");
  });

  it("links with an address that is shown and opens apart", () => {
    const link = render(
      <Markdown text="see [the card](https://example.org/a_(b)) now" />,
    ).container.querySelector("a")!;
    expect(link.getAttribute("href")).toBe("https://example.org/a_(b)");
    expect(link.rel).toBe("noopener noreferrer nofollow ugc");
    expect(link.target).toBe("_blank");
  });

  it("finds an address in the text and leaves the full stop out", () => {
    expect(html("Look at https://example.org/x.")).toContain('href="https://example.org/x"');
  });

  it("shows a picture as a link, so that nothing is fetched", () => {
    const { container } = render(<Markdown text="![the ward](https://example.org/w.jpg)" />);
    expect(container.querySelector("img")).toBeNull();
    expect(container.querySelector("a")?.textContent).toBe("the ward");
  });

  it("shows a mention by its name", () => {
    const { container } = render(
      <Markdown text="[@Grace](person:UGVyc29uOjE=) and [@coordinators](role:coordinators)" />,
    );
    expect(container.textContent).toBe("@Grace and @coordinators");
    expect(container.querySelector("a")).toBeNull();
  });

  it("says itself in one plain line", () => {
    expect(plainText("# Title\n\n> quoted\n\n- [@Grace](person:1) **did** it")).toBe(
      "Title quoted @Grace did it",
    );
  });
});

describe("what a message can not do", () => {
  it.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    '[x](https://a.example "onmouseover=alert(1)")',
    "`<img src=x onerror=alert(1)>`",
    'person:alert [x](person:../../x" onclick="y)',
  ])("%s", (attack) => {
    const { container } = render(<Markdown text={attack} />);
    expect(
      container.querySelector("script, img, svg, iframe, object, embed, form, style"),
    ).toBeNull();
    for (const element of container.querySelectorAll("*")) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^srcdoc$|^style$/);
    }
    for (const link of container.querySelectorAll("a"))
      expect(link.protocol).toMatch(/^(https?|mailto|tel):$/);
    for (const link of container.querySelectorAll("a"))
      expect(link.getAttribute("href")).not.toMatch(/^\/[/\\]/);
  });

  it.each([
    ["stars", "*".repeat(20_000)],
    ["open brackets", "[".repeat(20_000)],
    ["quotes in quotes", `${">".repeat(10_000)} x`],
    [
      "lists in lists",
      Array.from({ length: 300 }, (_, at) => `${" ".repeat(at * 2)}- x`).join("\n"),
    ],
    ["broken links", "[a](".repeat(5_000)],
    ["backticks", Array.from({ length: 200 }, (_, at) => "`".repeat(at)).join(" ")],
    ["mixed marks", "**a _b ~~c ".repeat(2_000)],
  ])("%s do not hold the screen up", (_, text) => {
    const began = performance.now();
    render(<Markdown text={text} />);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
