// One body of text: what the North Cumbria group wrote to each other.
import type { DemoThread } from "../types.ts";

export const northCumbriaThreads: DemoThread[] = [
  {
    title: "Leading across sixty miles of bad road",
    kind: "DISCUSSION",
    pinned: true,
    messages: [
      {
        by: "nc-margaret",
        at: "-116d 07:30",
        body: "Welcome, the nine of you. Our patch is mostly weather. So: how do you lead a team you see once a month?",
        reactions: [
          {
            emoji: "👋",
            by: ["nc-jill", "nc-becky", "nc-andrew", "nc-claire", "nc-piotr", "nc-susan"],
          },
        ],
      },
      {
        by: "nc-claire",
        at: "-116d 12:10",
        body: "Ten-minute call at 8:20, cameras off, everybody in the car before the first visit. One round: where are you, what's heavy. We don't solve anything. We've not missed one since winter before last.",
        reactions: [{ emoji: "💡", by: ["nc-margaret", "nc-ewan", "nc-becky", "nc-andrew"] }],
      },
      {
        by: "nc-piotr",
        at: "-116d 18:00",
        body: "I do a weekly e-mail. I suspect nobody reads it.",
      },
      {
        by: "nc-ewan",
        at: "-116d 18:20",
        body: "I read it. There was one with a heron.",
        reactions: [{ emoji: "😂", by: ["nc-piotr", "nc-jill", "nc-susan"] }],
      },
      {
        by: "nc-piotr",
        at: "-115d 08:00",
        body: "The heron was a test.",
        reactions: [{ emoji: "😂", by: ["nc-ewan", "nc-claire", "nc-margaret"] }],
      },
      {
        by: "nc-becky",
        at: "-115d 17:40",
        body: "I drive out to the furthest one first, not last. For years I visited the near ones and ran out of month. The far team noticed before I did.",
        reactions: [
          { emoji: "value:inclusivity", by: ["nc-margaret", "nc-farid", "nc-jill", "nc-claire"] },
        ],
      },
      {
        by: "nc-susan",
        at: "-114d 09:10",
        body: "That's me told. Furthest first from now on.",
        quote: 5,
        reactions: [{ emoji: "❤️", by: ["nc-becky"] }],
      },
      {
        by: "nc-susan",
        at: "-72d 17:20",
        body: "Furthest first for six weeks. They'd saved up a list for me. On the second visit there was cake. On the third one they told me the truth.",
        reactions: [
          { emoji: "🎉", by: ["nc-becky", "nc-margaret", "nc-ewan", "nc-andrew"] },
          { emoji: "value:celebrating-success", by: ["nc-jill", "nc-claire"] },
        ],
      },
    ],
  },
  {
    title: "The shared base that nobody wanted",
    kind: "DISCUSSION",
    messages: [
      {
        by: "nc-jill",
        at: "-88d 10:00",
        body: "I moved three teams into one building because it made sense. On paper it made wonderful sense. Eight months later each team has its own kettle and its own door. This is my change that failed. Be gentle.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["nc-margaret", "nc-ewan", "nc-susan"] },
          { emoji: "value:compassion", by: ["nc-claire", "nc-becky"] },
        ],
      },
      { by: "nc-andrew", at: "-88d 12:30", body: "I work in it. Can I be honest?" },
      { by: "nc-jill", at: "-88d 12:41", body: "Please. 😬" },
      {
        by: "nc-andrew",
        at: "-88d 12:58",
        body: "Nobody told us what it was *for*. We heard savings. So everyone guarded what they had. The kettles are border posts.",
        reactions: [
          { emoji: "💯", by: ["nc-becky", "nc-piotr"] },
          { emoji: "😮", by: ["nc-jill"] },
        ],
      },
      {
        by: "nc-jill",
        at: "-88d 19:20",
        body: "It was for the corridor conversations. It's in the business case, page 31. I never once said it out loud.",
        reactions: [{ emoji: "💡", by: ["nc-ewan", "nc-farid", "nc-margaret"] }],
      },
      {
        by: "nc-farid",
        at: "-87d 21:00",
        body: "In my first job in this country nobody ate together and I thought that they disliked me. They simply had no table. Buy a table.",
        reactions: [
          { emoji: "❤️", by: ["nc-claire", "nc-andrew", "nc-susan", "nc-margaret"] },
          { emoji: "value:inclusivity", by: ["nc-jill"] },
        ],
      },
      {
        by: "nc-jill",
        at: "-47d 16:30",
        body: 'Long table. Second hand. It seats fourteen. I said page 31 out loud, standing on nothing, and I said sorry for not saying it earlier. Two kettles have "retired".',
        reactions: [
          {
            emoji: "🎉",
            by: ["nc-andrew", "nc-farid", "nc-becky", "nc-claire", "nc-ewan", "nc-piotr"],
          },
          { emoji: "value:celebrating-success", by: ["nc-margaret", "nc-susan"] },
        ],
      },
      {
        by: "nc-andrew",
        at: "-46d 13:05",
        body: "Can confirm. Had lunch with someone from the other end of the building, sorted in ten minutes a thing we've e-mailed about since the move.",
        reactions: [{ emoji: "👏", by: ["nc-jill", "nc-farid", "nc-piotr"] }],
      },
    ],
  },
  {
    title:
      "Consultants, GPs and social workers disagree, and I am the most junior. How do I hold it?",
    kind: "QUESTION",
    acceptedIndex: 3,
    messages: [
      {
        by: "nc-becky",
        at: "-61d 18:20",
        body: "I chair a weekly meeting about discharge planning in general (the process). Everybody in it outranks me. When they disagree they both look at me as if I'd drop it.",
        reactions: [{ emoji: "value:compassion", by: ["nc-claire", "nc-margaret"] }],
      },
      {
        by: "nc-farid",
        at: "-61d 20:40",
        body: "As one of those who disagrees loudly: I look at you because I hope you'll stop us.",
        reactions: [
          { emoji: "😂", by: ["nc-ewan", "nc-jill"] },
          { emoji: "value:trustworthiness", by: ["nc-becky"] },
        ],
      },
      { by: "nc-becky", at: "-61d 20:52", body: "I did NOT know that." },
      {
        by: "nc-margaret",
        at: "-60d 07:10",
        body: "Then you've got permission already. Say back what each wants in one sentence and ask \"have I got you right?\" before anyone may answer. Do it every time, so that it's a habit and not a telling off. Rank dissolves a bit when somebody feels understood. And write the two sentences on the wall. It's hard to shout at a wall with your own sentence on it.",
        reactions: [
          { emoji: "💯", by: ["nc-becky", "nc-farid", "nc-claire", "nc-ewan", "nc-susan"] },
        ],
      },
      {
        by: "nc-ewan",
        at: "-60d 07:45",
        body: "Confirming from the other side. Being said back to correctly takes all the wind out of me. It's very annoying.",
        reactions: [{ emoji: "😂", by: ["nc-becky", "nc-margaret", "nc-farid"] }],
      },
      {
        by: "nc-becky",
        at: "-31d 18:00",
        body: "Five meetings with the wall. We now finish 15 minutes early. Somebody senior (not here) asked me who trained me. I said: a nurse, on the internet.",
        reactions: [
          { emoji: "🎉", by: ["nc-margaret", "nc-claire", "nc-jill", "nc-andrew", "nc-susan"] },
          { emoji: "😂", by: ["nc-ewan", "nc-farid", "nc-piotr"] },
        ],
      },
    ],
  },
  {
    title: "One good thing from the week",
    kind: "DISCUSSION",
    messages: [
      {
        by: "nc-claire",
        at: "-15d 17:00",
        body: 'A good thing from the week, please. I\'ll start: someone new on the 8:20 call said "heavy" and three cars pulled over.',
        reactions: [
          { emoji: "value:compassion", by: ["nc-margaret", "nc-becky", "nc-susan", "nc-ewan"] },
        ],
      },
      {
        by: "nc-piotr",
        at: "-15d 17:30",
        body: "14 replies to my e-mail. I'd forgotten the attachment. So they do read it!",
        reactions: [{ emoji: "😂", by: ["nc-ewan", "nc-jill", "nc-claire", "nc-andrew"] }],
      },
      {
        by: "nc-ewan",
        at: "-8d 19:10",
        body: "My receptionist corrected my plan in the team meeting. In front of everyone. It's now her plan. It's better.",
        reactions: [{ emoji: "value:inclusivity", by: ["nc-claire", "nc-margaret"] }],
      },
      {
        by: "nc-susan",
        at: "-2d 16:20",
        body: "The far team drove to *us*. With cake.",
        reactions: [
          { emoji: "🎉", by: ["nc-becky", "nc-margaret", "nc-jill"] },
          { emoji: "❤️", by: ["nc-claire"] },
        ],
      },
      {
        by: "nc-farid",
        at: "-1d 20:00",
        body: "I ate at the table. Somebody kept a place for me. Dziękuję Piotr.",
        reactions: [{ emoji: "❤️", by: ["nc-piotr", "nc-jill", "nc-andrew"] }],
      },
    ],
  },
];
