// One body of text: the Somaliland group on plans and people that came apart, and on pride.
import type { DemoThread } from "../types.ts";

export const somalilandRepairing: DemoThread[] = [
  {
    title: "What went wrong: my beautiful training plan",
    kind: "DISCUSSION",
    messages: [
      {
        by: "sl-ayaan",
        at: "-81d 19:00",
        body: "Mustafe asked for a failure. I made a training plan for 14 community workers. Six modules, slides, a test. Day one 14 people. Day two 9. Day three 4, and two of them were relatives of mine.",
        reactions: [
          { emoji: "😂", by: ["sl-ruun", "sl-abdirisaq", "sl-liban", "sl-hibo"] },
          { emoji: "value:trustworthiness", by: ["sl-mustafe", "sl-amina"] },
        ],
      },
      { by: "sl-ruun", at: "-81d 19:21", body: "Your relatives are loyal people 😄" },
      {
        by: "sl-ayaan",
        at: "-81d 19:30",
        body: "They came for the lunch.",
        reactions: [{ emoji: "😂", by: ["sl-hibo", "sl-filsan", "sl-sahra"] }],
      },
      {
        by: "sl-abdirisaq",
        at: "-81d 20:00",
        body: "Did you ask the ten why they left?",
        reactions: [{ emoji: "value:curiosity", by: ["sl-mustafe", "sl-cawo"] }],
      },
      {
        by: "sl-ayaan",
        at: "-80d 06:40",
        body: "No. I was offended. I told myself they are not serious.",
      },
      {
        by: "sl-cawo",
        at: "-80d 08:15",
        body: 'That\'s a heavy sentence. I have it also in my bag. "They are not serious" means mostly "I am hurt".',
        reactions: [
          { emoji: "value:compassion", by: ["sl-ayaan", "sl-xamda", "sl-amina"] },
          { emoji: "💯", by: ["sl-ruun", "sl-idil"] },
        ],
      },
      {
        by: "sl-ayaan",
        at: "-76d 18:00",
        body: "I went to four of them, at home. One cannot read well and I had given a test. One has goats and the training was at the hour of goats. One was bored because she knew everything already, she did it for nine years. One had no shoes for the town.",
        reactions: [
          {
            emoji: "value:inclusivity",
            by: ["sl-mustafe", "sl-amina", "sl-khadra", "sl-ifrah", "sl-ruun"],
          },
        ],
      },
      {
        by: "sl-ayaan",
        at: "-76d 18:04",
        body: "None of them was not serious.",
        reactions: [{ emoji: "❤️", by: ["sl-cawo", "sl-abdirisaq", "sl-hodan", "sl-sahra"] }],
      },
      { by: "sl-mustafe", at: "-76d 18:30", body: "What will the second plan be?" },
      {
        by: "sl-ayaan",
        at: "-58d 19:10",
        body: "Under the tree, after the goats, no test. The one who was bored teaches with me. Twelve came, and this week twelve came again. And nobody gets lunch so my relatives are free 😂",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "sl-amina",
              "sl-mustafe",
              "sl-ruun",
              "sl-abdirisaq",
              "sl-cawo",
              "sl-khadra",
              "sl-liban",
            ],
          },
          { emoji: "value:celebrating-success", by: ["sl-ifrah", "sl-sahra"] },
        ],
      },
      { by: "sl-liban", at: "-58d 19:40", body: "After the goats. Best timetable." },
    ],
  },
  {
    title: "When two good nurses do not speak to each other",
    kind: "DISCUSSION",
    messages: [
      {
        by: "sl-idil",
        at: "-52d 20:00",
        body: "Two colleagues, both excellent. They have not spoken since a meeting some months ago. They work around each other with notes. I am in charge of neither. But everybody is tired from it. Should I do something or is it not mine?",
        reactions: [{ emoji: "value:curiosity", by: ["sl-khadra"] }],
      },
      {
        by: "sl-najma",
        at: "-52d 20:14",
        body: "If you are tired from it, it is a bit yours.",
        reactions: [{ emoji: "💯", by: ["sl-idil", "sl-cawo", "sl-hodan"] }],
      },
      {
        by: "sl-nimco",
        at: "-52d 20:30",
        body: "In my family an aunt goes to both with bread and says nothing. After the third bread they speak.",
        reactions: [{ emoji: "😂", by: ["sl-idil", "sl-najma", "sl-xamda"] }],
      },
      { by: "sl-hibo", at: "-51d 06:30", body: "Which bread 😄" },
      {
        by: "sl-amina",
        at: "-51d 07:20",
        body: 'Far keliya fool ma dhaqdo. One finger doesn\'t wash a face. Who else sees it, Idil? Two of you go, not to judge. To say "we miss how it was when you two worked together".',
        reactions: [{ emoji: "value:compassion", by: ["sl-idil", "sl-nimco", "sl-saynab"] }],
      },
      {
        by: "sl-idil",
        at: "-51d 17:00",
        body: '"We miss how it was." That\'s true. It was the best team.',
      },
      {
        by: "sl-barkhad",
        at: "-51d 18:40",
        body: "And don't carry messages. I did this once and became the post office.",
        reactions: [{ emoji: "😂", by: ["sl-nimco", "sl-liban", "sl-filsan"] }],
      },
      {
        by: "sl-idil",
        at: "-38d 19:30",
        body: "We went, Najma's cousin and me (she works with us). We said the sentence. One began to cry and the other one brought her a chair. We left. I don't know what they said. The notes have stopped.",
        reactions: [
          {
            emoji: "❤️",
            by: ["sl-amina", "sl-najma", "sl-nimco", "sl-hodan", "sl-saynab", "sl-deqa", "sl-cawo"],
          },
          { emoji: "value:compassion", by: ["sl-barkhad", "sl-khadra"] },
        ],
      },
      {
        by: "sl-xamda",
        at: "-38d 19:45",
        body: "الحمد لله. You left at the right moment, that's the art.",
      },
      {
        by: "sl-nimco",
        at: "-38d 20:00",
        body: "And no bread needed.",
        reactions: [{ emoji: "😄", by: ["sl-idil", "sl-hibo"] }],
      },
    ],
  },
  {
    title: "Hambalyo: what we are proud of",
    kind: "DISCUSSION",
    messages: [
      {
        by: "sl-hodan",
        at: "-47d 18:00",
        body: "I begin. I asked the director for a curtain for the room, and I asked her with Sahra beside me. Two voices. We have a curtain.",
        reactions: [
          { emoji: "🎉", by: ["sl-sahra", "sl-amina", "sl-khadra", "sl-fadumo"] },
          { emoji: "value:celebrating-success", by: ["sl-deqa"] },
        ],
      },
      {
        by: "sl-fadumo",
        at: "-47d 18:40",
        body: "Hambalyo! Gacmo wada jir bay wax ku gooyaan.",
        reactions: [{ emoji: "💯", by: ["sl-hodan", "sl-sahra", "sl-ifrah"] }],
      },
      {
        by: "sl-ugbaad",
        at: "-33d 07:00",
        body: "My student corrected me in front of others. She was right, and I said so in front of others. My ears were hot. Her face was the prize.",
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["sl-mustafe", "sl-amina", "sl-cawo", "sl-yaasmiin"],
          },
          { emoji: "❤️", by: ["sl-sahra", "sl-najma"] },
        ],
      },
      { by: "sl-filsan", at: "-33d 12:10", body: "This is leadership, sister. Hot ears." },
      {
        by: "sl-yaasmiin",
        at: "-19d 20:15",
        body: 'I wrote my first report for the ministry in one page. They asked who wrote it. I said "we".',
        reactions: [{ emoji: "👏", by: ["sl-khadra", "sl-ifrah", "sl-saynab", "sl-deqa"] }],
      },
      {
        by: "sl-ruun",
        at: "-11d 18:30",
        body: "Three towns did the same thing in the same week without being told by anybody. They only talked with each other. مبروك to us.",
        reactions: [
          { emoji: "🎉", by: ["sl-ayaan", "sl-xamda", "sl-abdirisaq"] },
          { emoji: "value:collaboration", by: ["sl-amina", "sl-khadra", "sl-mustafe"] },
        ],
      },
      {
        by: "sl-khadra",
        at: "-4d 08:00",
        body: "I have been director for six years. This month I was silent in a meeting on purpose, for the first time. Four people spoke whom I had never heard. I should have been silent in year one.",
        reactions: [
          {
            emoji: "value:inclusivity",
            by: ["sl-amina", "sl-hodan", "sl-barkhad", "sl-idil", "sl-ugbaad"],
          },
          { emoji: "😮", by: ["sl-filsan"] },
        ],
      },
      {
        by: "sl-barkhad",
        at: "-1d 19:05",
        body: 'A junior told me "you did not let me finish". I said sorry, and I let her finish. It was a good idea. Mahadsanidiin, I have this from you.',
        reactions: [{ emoji: "❤️", by: ["sl-amina", "sl-sahra"] }],
      },
    ],
  },
];
