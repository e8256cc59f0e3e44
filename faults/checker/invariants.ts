/** What is promised, by number. `elsewhere` names who proves what cannot be seen from histories. */
export const invariants = {
  I1: {
    says: "What was acknowledged is in the log for ever, with the same body or redacted with a trace.",
  },
  I2: { says: "One author and key: at most one message, and all its acknowledgements are equal." },
  I3: { says: "Nothing is acknowledged that is not so." },
  I4: { says: "A channel's seqs are exactly 1 to its head." },
  I5: { says: "Any two observers see common updates in the same order." },
  I6: {
    says: "The messages of one author in one channel are in the order in which they were submitted.",
  },
  I7: {
    says: "Whoever keeps or regains a connection reaches the head, within five seconds of quiet.",
  },
  I8: { says: "Nobody is told anything twice." },
  I9: { says: "Nobody is told what is not in the log." },
  I10: { says: "What somebody is told lies inside a span of theirs." },
  I11: { says: "No frame comes on a revoked session after 1 s; after 6 s without Redis." },
  I12: { says: "What is sent after reading seq s has a seq above s." },
  I13: {
    says: "Versions never go back; a withdrawn text is nowhere after 5 s.",
    elsewhere:
      "Search hits and exports: there are none yet; whoever adds them adds them to harness/residue.ts.",
  },
  I14: {
    says: "I1 to I10 hold without Redis.",
    elsewhere: "T5: no rule of its own, all the others.",
  },
  I15: {
    says: "A follower takes at most 1 MiB whatever its lag; references return to 0.",
    elsewhere:
      "The bound for one follower: server/src/live/follower.test.ts. Here: all of a node's memory.",
  },
  I16: { says: "After a restore every old cursor is answered with Reset." },
  I17: { says: "A stream that ends says why, or its reader notices within 50 s." },
  I18: { says: "A planned restart loses no request and no update." },
  I19: {
    says: "A snapshot and the updates behind it give a fresh snapshot.",
    elsewhere: "For every mutation that there is: server/src/testing/histories.",
  },
  I20: {
    says: "All of it holds with any node's clock two hours off.",
    elsewhere: "T12: no rule of its own, all the others.",
  },
} as const satisfies Record<string, { says: string; elsewhere?: string }>;

export type Invariant = keyof typeof invariants;
