const rightToLeft = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "dv"]);
const rememberedAs = "baraza.dir";

/** Sets the document's language and direction. `?dir=rtl` (or `ltr`) overrides it for this tab. */
export function applyDirection(locale: string): void {
  const asked = new URLSearchParams(location.search).get("dir");
  if (asked === "rtl" || asked === "ltr") sessionStorage.setItem(rememberedAs, asked);
  const own = rightToLeft.has(locale.split("-")[0]) ? "rtl" : "ltr";
  document.documentElement.lang = locale;
  document.documentElement.dir = sessionStorage.getItem(rememberedAs) ?? own;
}
