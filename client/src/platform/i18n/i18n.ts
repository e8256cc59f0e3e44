import { i18n } from "@lingui/core";
import { compileSource } from "./compile-source.ts";
import { applyDirection } from "./direction.ts";

/** Starts the words. English is in the code; other languages will load a catalogue each. */
export function startWords(locale = "en"): void {
  i18n.setMessagesCompiler(compileSource);
  i18n.loadAndActivate({ locale, messages: {} });
  applyDirection(locale);
}
