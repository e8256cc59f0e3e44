// One body of text: the coordinators of five countries on silence, shared work and care.
import type { DemoThread } from "../types.ts";

export const talentCoordinatorsSharingTheWork: DemoThread[] = [
  {
    title: "When your group goes silent",
    kind: "DISCUSSION",
    pinned: true,
    messages: [
      {
        by: "np-sarita",
        at: "-125d 06:00",
        body: 'Eleven days without a message in Nepal. I wrote two times "how is everybody?" and got two thumbs. What do you do?',
        reactions: [{ emoji: "🙋", by: ["sl-khadra", "et-dawit"] }],
      },
      {
        by: "gb-gareth",
        at: "-125d 09:20",
        body: '"How is everybody" is a question nobody can answer. I did it for months.',
        reactions: [{ emoji: "💯", by: ["zm-thandiwe", "np-kiran"] }],
      },
      {
        by: "zm-thandiwe",
        at: "-125d 10:05",
        body: "I write to three people alone first and ask what's going on at work. Mostly there's a reason that has nothing to do with us. Harvest. Exams. No bundle.",
        reactions: [{ emoji: "value:compassion", by: ["np-sarita", "et-almaz", "sl-amina"] }],
      },
      {
        by: "et-almaz",
        at: "-125d 12:30",
        body: "And I tell something small where I did badly myself. Then it begins to move. It's like going first into cold water.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["gb-patience", "np-bimala", "zm-kelvin"] },
        ],
      },
      {
        by: "sl-mustafe",
        at: "-125d 17:15",
        body: "Silence can also be that they read. Our most silent one quoted a line from four months ago word for word.",
        reactions: [{ emoji: "💡", by: ["np-sarita", "zm-inonge"] }],
      },
      {
        by: "np-sarita",
        at: "-113d 06:10",
        body: "It was rice planting. Nine of twenty. I was hurt by rice 😄 I asked one question that can be answered in five words and eleven answered.",
        reactions: [
          { emoji: "😂", by: ["zm-thandiwe", "et-almaz", "sl-khadra", "gb-joanne", "np-kiran"] },
          { emoji: "🎉", by: ["gb-gareth"] },
        ],
      },
      {
        by: "et-dawit",
        at: "-113d 07:45",
        body: '"Hurt by rice" is the title of your book.',
        reactions: [{ emoji: "😂", by: ["np-sarita", "np-bimala"] }],
      },
    ],
  },
  {
    title: "How do three coordinators share the work without stepping on each other?",
    kind: "QUESTION",
    acceptedIndex: 3,
    messages: [
      {
        by: "sl-khadra",
        at: "-107d 08:00",
        body: "We are three and we answered the same message three times yesterday. Three different answers. The member thanked all of us very politely.",
        reactions: [{ emoji: "😂", by: ["gb-patience", "zm-kelvin"] }],
      },
      {
        by: "np-kiran",
        at: "-107d 09:10",
        body: "We had it the other way. Each one thought the other two had answered. Five days.",
      },
      {
        by: "zm-kelvin",
        at: "-107d 12:00",
        body: "With us Thandiwe does everything and Inonge and I feel guilty.",
        reactions: [{ emoji: "😄", by: ["zm-inonge", "zm-thandiwe"] }],
      },
      {
        by: "zm-inonge",
        at: "-107d 12:25",
        body: "Since last month we have weeks. One is **awake**, one is **behind her**, one is **off**. Awake answers within a day, even if it's \"I'm thinking\". Behind means: write to me before you close something difficult. Off is really off. On Sunday we change, with a voice call of ten minutes. And Thandiwe is learning what off means.",
        reactions: [
          { emoji: "💯", by: ["sl-khadra", "np-kiran", "et-chaltu", "gb-joanne", "sl-amina"] },
          { emoji: "value:collaboration", by: ["zm-kelvin", "et-almaz"] },
        ],
      },
      {
        by: "zm-thandiwe",
        at: "-107d 12:40",
        body: "I'm learning it badly.",
        reactions: [{ emoji: "❤️", by: ["zm-inonge", "gb-patience", "sl-khadra"] }],
      },
      {
        by: "gb-patience",
        at: "-106d 09:00",
        body: "Awake, behind, off. We've put it in our calendar. Gareth is off and has just read this, so he's learning as well.",
        reactions: [{ emoji: "😂", by: ["gb-gareth", "zm-thandiwe"] }],
      },
      {
        by: "sl-khadra",
        at: "-78d 08:10",
        body: "One month later: no double answers. And I noticed that when I'm off, Mustafe is much funnier.",
        reactions: [{ emoji: "😄", by: ["sl-mustafe", "sl-amina"] }],
      },
    ],
  },
  {
    title: "Somebody nearly shared a patient's story. How did you handle it?",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-joanne",
        at: "-90d 19:00",
        body: "No details, obviously. A member started to write something that was too close. I asked her privately to withdraw it and she did within two minutes. But she's not written since. I think she's ashamed.",
        reactions: [{ emoji: "value:compassion", by: ["zm-thandiwe", "et-almaz", "np-bimala"] }],
      },
      {
        by: "et-almaz",
        at: "-90d 19:30",
        body: "Call her. With the voice. Text makes shame bigger.",
        reactions: [{ emoji: "💯", by: ["zm-inonge", "np-sarita", "sl-amina"] }],
      },
      {
        by: "sl-amina",
        at: "-90d 20:00",
        body: "And thank her for how fast it was. That is what professional means. Not that it never happens, but that it takes two minutes.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["gb-joanne", "gb-gareth", "zm-kelvin"] },
        ],
      },
      {
        by: "zm-inonge",
        at: "-89d 05:30",
        body: 'I tell everybody once a month, in a friendly way, so that it is never about one person. "If it slips out, withdraw it, tell us, go on."',
      },
      {
        by: "np-bimala",
        at: "-89d 06:40",
        body: 'We practise how to say it instead. "Somebody was very worried and nobody listened" is enough for us to learn from. The rest we don\'t need.',
        reactions: [{ emoji: "💡", by: ["gb-joanne", "et-chaltu", "sl-mustafe"] }],
      },
      {
        by: "gb-joanne",
        at: "-87d 20:10",
        body: "I rang. She'd been drafting an apology for two days. She wrote in the group this morning, about something else, and it was good.",
        reactions: [
          { emoji: "❤️", by: ["et-almaz", "sl-amina", "np-bimala", "zm-thandiwe", "gb-patience"] },
        ],
      },
    ],
  },
];
