import type { FragmentType } from "@apollo/client";
import { useLayoutEffect } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { WornLookFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";

// All that the editing form asks too: a look of fewer fields would take its place in the cache.
const WornLookDocument = graphql(`
  fragment WornLook on Network {
    id
    look {
      accent
      light {
        brand
        brandSoft
        onBrand
      }
      dark {
        brand
        brandSoft
        onBrand
      }
    }
  }
`);

type Look = NonNullable<WornLookFragment["look"]>;

/** Light and dark by rules, as the house's own tokens are in the end: not every browser knows light-dark(). */
function sheetOf({ light, dark }: Look): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const wear = (list: CSSStyleSheet | CSSMediaRule, selector: string, tokens: Look["light"]) => {
    const rule = list.cssRules[list.insertRule(`${selector} {}`)] as CSSStyleRule;
    // One property each: whatever a value holds, it cannot become another rule.
    rule.style.setProperty("--brand", tokens.brand);
    rule.style.setProperty("--brand-soft", tokens.brandSoft);
    rule.style.setProperty("--on-brand", tokens.onBrand);
  };
  const night = sheet.cssRules[sheet.insertRule("@media (prefers-color-scheme: dark) {}")];
  wear(night as CSSMediaRule, ":root:not([data-theme=light])", dark);
  wear(sheet, ":root[data-theme=dark]", dark);
  // The first of them all: the others are more exact.
  wear(sheet, ":root", light);
  return sheet;
}

/** Puts the colours of a network on while one of its pages is open, before anything is painted. Shows nothing. */
export function WearLook({ network }: { network: FragmentType<WornLookFragment> }) {
  const look = useFragmentData(WornLookDocument, network)?.look;
  useLayoutEffect(() => {
    if (!look) return;
    const sheet = sheetOf(look);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [look]);
  return null;
}
