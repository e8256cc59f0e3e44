import type { ReactNode } from "react";

const tones = {
  note: "border-line bg-paper text-ink",
  care: "border-warn bg-surface text-ink",
  wrong: "border-danger bg-danger-soft text-ink",
  done: "border-ok bg-surface text-ink",
};

/** A sentence that asks for attention where it stands. `wrong` is read out at once, the others when there is a pause. */
export function Banner({
  tone = "note",
  action,
  children,
}: {
  tone?: keyof typeof tones;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      role={tone === "wrong" ? "alert" : "status"}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-3 text-sm ${tones[tone]}`}
    >
      <div className="min-w-0 flex-1 basis-52">{children}</div>
      {action}
    </div>
  );
}
