import { setupI18n } from "@lingui/core";
import { expect, it } from "vitest";
import { compileSource } from "./compile-source.ts";

const messages: [string, Record<string, unknown>][] = [
  ["Home", {}],
  ["{name} is no longer in the group.", { name: "Grace" }],
  ["<0>{0}</0> of {count}", { 0: "x", count: 3 }],
  ["{n, plural, one {# member} other {# members}}", { n: 1 }],
  ["{n, plural, one {# member} other {# members}}", { n: 1234 }],
  ["{n, plural, =0 {none} one {# of {who}} other {# of {who}}}", { n: 0, who: "us" }],
  ["{n, plural, offset:1 one {you and # more} other {you and # more}}", { n: 3 }],
  ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", { n: 22 }],
  ["{who, select, her {her {n, plural, one {#} other {#s}}} other {their}}", { who: "her", n: 2 }],
  ["It''s {name}''s", { name: "Bwalya" }],
  ["the reader's own '{braces}'", {}],
];

it.each(messages)("%s says what Lingui's compiler makes it say", (message, values) => {
  const says = (compiler?: typeof compileSource) => {
    const i18n = setupI18n();
    // Without one, outside of production, Lingui takes its own.
    if (compiler) i18n.setMessagesCompiler(compiler);
    i18n.loadAndActivate({ locale: "en", messages: {} });
    return i18n._({ id: "x", message, values });
  };
  expect(says(compileSource)).toBe(says());
});
