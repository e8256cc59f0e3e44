// Loaded before a node's program (--import) where a whole process's clock cannot be shifted: moves Date and nothing else.
const shift = Number(process.env["CLOCK_SHIFT_HOURS"]) * 3_600_000;
const now = Date.now.bind(Date);

Date.now = () => now() + shift;
globalThis.Date = new Proxy(Date, {
  construct: (date, given: [], as: new () => Date) =>
    Reflect.construct(date, given.length === 0 ? [now() + shift] : given, as) as object,
  apply: () => String(new Date(now() + shift)),
});
