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

/** Puts the colours of a network on while one of its pages is open, before anything is painted. Shows nothing. */
export function WearLook({ network }: { network: FragmentType<WornLookFragment> }) {
  const look = useFragmentData(WornLookDocument, network)?.look;
  useLayoutEffect(() => {
    if (!look) return;
    const { style } = document.documentElement;
    const { light, dark } = look;
    const tokens = [
      ["--brand", light.brand, dark.brand],
      ["--brand-soft", light.brandSoft, dark.brandSoft],
      ["--on-brand", light.onBrand, dark.onBrand],
    ] as const;
    // One property each: whatever a value holds, it cannot become another declaration.
    for (const [name, day, night] of tokens)
      style.setProperty(name, `light-dark(${day}, ${night})`);
    return () => tokens.forEach(([name]) => style.removeProperty(name));
  }, [look]);
  return null;
}
