/** What cohorts agree on in their first days. */
export const firstCompact = `- What is said here stays here. No patient can be recognised from what we write.
- We ask before we advise.
- We say when we do not know.
- Nobody is laughed at for a question, whatever their grade.
- Who is silent is missed: we ask after them.`;

/** What one of them added after some weeks, and why. */
export const secondCompact = {
  group: "zambia",
  daysAgo: 3,
  body: `${firstCompact}
- Who brings a difficult story says whether they want advice or an ear. We give what was asked for.`,
  change: "The last line is new: some of us were given advice when they wanted to be heard.",
};
