// One body of text: midwives of five countries on hard shifts and boards that are used.
import type { DemoThread } from "../types.ts";

export const midwiferyHardShifts: DemoThread[] = [
  {
    title: "Welcome, bienvenue, karibu: what this group is for",
    kind: "ANNOUNCEMENT",
    pinned: true,
    messages: [
      {
        by: "zm-inonge",
        at: "-112d 10:00",
        body: "Midwives from five countries. Joanne and I hold the door open.\n\nWe talk about leading: teams, change, courage, tea. Never about a mother or a child that somebody could recognise. Clinical questions belong to your own seniors and your own guidelines.\n\nSay hello in your language, and tell us how far you travel to work.",
        reactions: [
          {
            emoji: "❤️",
            by: ["zm-nasilele", "et-tigist", "np-mina", "sl-hodan", "gb-leah", "gb-rhian"],
          },
        ],
      },
      {
        by: "gb-rhian",
        at: "-112d 12:20",
        body: "Bore da o Gymru! 25 minutes, mostly behind a tractor.",
        reactions: [{ emoji: "😄", by: ["gb-joanne", "zm-chipo"] }],
      },
      {
        by: "np-nirmala",
        at: "-112d 13:05",
        body: "नमस्ते 🙏 two and a half hours on foot. Down is faster.",
        reactions: [{ emoji: "😮", by: ["gb-leah", "gb-aisha"] }],
      },
      {
        by: "et-lensa",
        at: "-112d 14:40",
        body: "Akkam jirtu! 50 minutes and one river without bridge. In the dry time 30.",
      },
      {
        by: "sl-ifrah",
        at: "-112d 17:10",
        body: "Salaan diirran. Four minutes. That is also a problem 😅",
        reactions: [{ emoji: "😂", by: ["zm-gracen", "et-tigist"] }],
      },
      {
        by: "zm-nasilele",
        at: "-112d 18:45",
        body: "Lumela! One hour by boat. I know the hippos by name.",
        reactions: [{ emoji: "😂", by: ["gb-rhian", "np-mina", "sl-hodan", "et-lensa"] }],
      },
      {
        by: "gb-aisha",
        at: "-112d 21:00",
        body: "Assalamu alaikum from a bus that doesn't come. Hippos would be quicker.",
        reactions: [{ emoji: "😂", by: ["zm-nasilele", "gb-leah", "zm-inonge"] }],
      },
      {
        by: "np-mina",
        at: "-111d 02:30",
        body: "I have learned more about the world in one day than in school 😊",
      },
    ],
  },
  {
    title: "Who checks on you after a hard shift?",
    kind: "QUESTION",
    acceptedIndex: 5,
    messages: [
      {
        by: "gb-leah",
        at: "-99d 22:00",
        body: "Asking across borders because I think that we might be worst at it here. After a shift that went badly, who checks on *you*? Is it somebody's job?",
        reactions: [
          { emoji: "value:compassion", by: ["gb-joanne", "sl-hodan", "et-chaltu"] },
          { emoji: "🙋", by: ["gb-aisha", "np-mina"] },
        ],
      },
      { by: "zm-gracen", at: "-98d 05:10", body: "Nobody's job. My neighbour's, if she's awake." },
      {
        by: "et-tigist",
        at: "-98d 06:20",
        body: "We drink coffee after, all together, three rounds. In the third round one speaks. Not in the first. It's not in any policy.",
        reactions: [{ emoji: "☕", by: ["gb-leah", "et-chaltu", "et-lensa", "zm-inonge"] }],
      },
      {
        by: "gb-aisha",
        at: "-98d 07:15",
        body: "We have a policy and no coffee.",
        reactions: [
          { emoji: "💯", by: ["gb-leah", "gb-rhian"] },
          { emoji: "😂", by: ["et-tigist", "zm-chipo"] },
        ],
      },
      {
        by: "np-mina",
        at: "-98d 13:30",
        body: "Sometimes nobody, and I walk home slowly.",
        reactions: [{ emoji: "❤️", by: ["gb-leah", "sl-hodan", "np-nirmala"] }],
      },
      {
        by: "sl-hodan",
        at: "-98d 17:40",
        body: 'With us the one who comes **next** has it as a duty. Before she takes over she must ask: "what do you carry home?" She may not start until the other one has answered. Even if the answer is "nothing, go away". It\'s a rule since two years. It costs one minute, and some evenings half an hour.',
        reactions: [
          {
            emoji: "value:compassion",
            by: ["gb-leah", "zm-inonge", "gb-joanne", "et-chaltu", "np-mina", "zm-nasilele"],
          },
          { emoji: "💡", by: ["gb-aisha", "gb-rhian"] },
        ],
      },
      {
        by: "gb-joanne",
        at: "-97d 08:00",
        body: '"What do you carry home?" I\'ve been a midwife for 26 years and nobody has ever asked me in those words.',
        quote: 5,
        reactions: [{ emoji: "❤️", by: ["sl-hodan", "zm-inonge"] }],
      },
      {
        by: "gb-leah",
        at: "-76d 21:20",
        body: "We tried it for three weeks, on two shifts. It's awkward for about four days. Then someone cried in the linen cupboard and afterwards she said it was the best handover of her life. Thank you Hodan. Mahadsanid (did I write it right?).",
        reactions: [
          { emoji: "🎉", by: ["sl-hodan", "sl-ifrah", "gb-aisha", "gb-joanne"] },
          { emoji: "value:celebrating-success", by: ["et-tigist", "zm-gracen"] },
        ],
      },
      { by: "sl-hodan", at: "-76d 22:05", body: "You wrote it right ❤️" },
    ],
  },
  {
    title: "One change, five countries: the same board",
    kind: "DISCUSSION",
    messages: [
      {
        by: "et-chaltu",
        at: "-83d 09:00",
        body: "In our unit a change with the shift board failed twice. I see in my cohort that others had the same with boards and boxes and cards 😄 What makes that people **use** a thing? Tell me from your place.",
        reactions: [{ emoji: "value:curiosity", by: ["zm-inonge", "np-nirmala"] }],
      },
      {
        by: "gb-rhian",
        at: "-83d 11:30",
        body: "If it was made by the ones who hate boards.",
        reactions: [{ emoji: "😂", by: ["et-lensa", "gb-leah"] }],
      },
      {
        by: "zm-chipo",
        at: "-83d 12:45",
        body: "If there's chalk. I'm not joking. We had a board and no chalk for a year.",
        reactions: [{ emoji: "💯", by: ["zm-nasilele", "np-nirmala", "sl-ifrah"] }],
      },
      {
        by: "np-nirmala",
        at: "-83d 14:10",
        body: "If it hangs where your hands are free. Ours hung where you hold something always.",
        reactions: [{ emoji: "💡", by: ["et-chaltu", "gb-joanne"] }],
      },
      {
        by: "sl-ifrah",
        at: "-82d 17:00",
        body: "If it is still true at noon.",
        reactions: [{ emoji: "💯", by: ["et-chaltu", "gb-aisha", "zm-gracen"] }],
      },
      {
        by: "zm-gracen",
        at: "-82d 18:30",
        body: "Ours we draw. Hand, eye, cupboard, question mark. I can send a picture of the empty one when pictures are possible.",
      },
      {
        by: "et-chaltu",
        at: "-82d 19:00",
        body: "So: chalk, free hands, true at noon, made by who hates it, drawn. I take all five to my team. Only the list and no solution.",
      },
      {
        by: "gb-joanne",
        at: "-82d 20:15",
        body: "And will you tell us what *they* add as sixth?",
        reactions: [{ emoji: "value:curiosity", by: ["zm-inonge"] }],
      },
      {
        by: "et-chaltu",
        at: "-51d 09:30",
        body: 'The sixth, from the youngest: "if nobody is shouted at because of what stands on it". I\'ve nothing to add. The board is alive since four weeks.',
        reactions: [
          {
            emoji: "🎉",
            by: [
              "gb-rhian",
              "zm-chipo",
              "np-nirmala",
              "sl-ifrah",
              "zm-gracen",
              "gb-joanne",
              "zm-inonge",
            ],
          },
          { emoji: "value:trustworthiness", by: ["et-tigist", "et-lensa"] },
        ],
      },
      {
        by: "et-tigist",
        at: "-51d 12:20",
        body: "I was there. It was very silent and then Chaltu wrote it on top.",
        reactions: [{ emoji: "❤️", by: ["sl-hodan", "np-mina"] }],
      },
    ],
  },
];
