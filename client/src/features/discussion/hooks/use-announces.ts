import { useState } from "react";

const rememberedAs = "baraza.announces";

/** Whether new messages are read out; remembered on this device, on until someone turns it off. */
export function useAnnounces(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(rememberedAs) !== "no");
  return [
    on,
    (next) => {
      if (next) localStorage.removeItem(rememberedAs);
      else localStorage.setItem(rememberedAs, "no");
      setOn(next);
    },
  ];
}
