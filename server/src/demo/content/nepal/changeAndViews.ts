// One body of text: the Nepal group on change, mediating and small successes.
import type { DemoThread } from "../types.ts";

export const nepalChangeAndViews: DemoThread[] = [
  {
    title: "A change that failed and what it taught me",
    kind: "DISCUSSION",
    messages: [
      {
        by: "np-rojina",
        at: "-85d 19:30",
        body: "I begin, so that it's easier for you. I wanted that we all use the checklist **aloud** in theatre. I trained everybody, two afternoons, with samosa. After one month people read it aloud, very fast, like a mantra, and nobody listened. Also me.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["np-kiran", "np-sarita", "np-gita"] },
          { emoji: "😂", by: ["np-puja", "np-hari"] },
        ],
      },
      { by: "np-kiran", at: "-85d 19:45", body: "Thank you for starting. When did you notice?" },
      {
        by: "np-rojina",
        at: "-85d 20:00",
        body: 'When I read "any concerns?" and did not stop for breath before the next line.',
        reactions: [{ emoji: "😮", by: ["np-gita", "np-suman"] }],
      },
      { by: "np-gita", at: "-85d 20:10", body: "Uff. That one is honest." },
      {
        by: "np-suman",
        at: "-84d 05:30",
        body: "We had it too. What helped: another person reads every day. The youngest reads slowly because she's afraid of mistakes. So suddenly there was time to answer 😄",
        reactions: [{ emoji: "💡", by: ["np-rojina", "np-kiran", "np-bimala"] }],
      },
      {
        by: "np-rojina",
        at: "-70d 18:40",
        body: 'We rotate the reader now. On the third day the runner said something at "any concerns". First time ever. It was about the lamp. It was important.',
        reactions: [
          { emoji: "🎉", by: ["np-suman", "np-gita", "np-sarita", "np-mina", "np-puja"] },
          { emoji: "value:celebrating-success", by: ["np-kiran", "np-deepa"] },
        ],
      },
      {
        by: "np-mina",
        at: "-69d 06:20",
        body: "And what did you learn for yourself, not for the list?",
      },
      {
        by: "np-rojina",
        at: "-69d 19:15",
        body: "That I trained people to *read* and I wanted that they *speak*. I never said so. I thought the paper would say it for me.",
        quote: 6,
        reactions: [
          { emoji: "value:curiosity", by: ["np-mina", "np-bimala"] },
          { emoji: "💯", by: ["np-sarita", "np-asmita", "np-ishwori"] },
        ],
      },
      {
        by: "np-radhika",
        at: "-68d 07:05",
        body: "मैले पनि कोसिस गर्छु। I have one like that with the hand hygiene poster. I will write it when I am brave.",
      },
      {
        by: "np-radhika",
        at: "-61d 20:20",
        body: "I am brave now. The poster: I put it at **my** eye level. I'm the tallest in the ward. That's the whole story.",
        reactions: [
          {
            emoji: "😂",
            by: [
              "np-rojina",
              "np-puja",
              "np-hari",
              "np-suman",
              "np-kalpana",
              "np-sabina",
              "np-asmita",
            ],
          },
          { emoji: "❤️", by: ["np-kiran"] },
        ],
      },
    ],
  },
  {
    title: "Mother-in-law, husband, ward committee: mediating before a meeting",
    kind: "DISCUSSION",
    messages: [
      {
        by: "np-anju",
        at: "-57d 13:00",
        body: 'We prepare a women\'s meeting in the ward. The committee wants it in the morning, because then they have time. The women can come only after four. The committee says "if they are serious they will come". I am the one who carries the letters from one to the other and I become more tired each time.',
        reactions: [{ emoji: "value:compassion", by: ["np-urmila", "np-sunita", "np-sarita"] }],
      },
      {
        by: "np-urmila",
        at: "-57d 14:10",
        body: "Who is in the committee that has a daughter-in-law at home? Speak to this one first 😄",
        reactions: [{ emoji: "😄", by: ["np-anju", "np-sunita", "np-nirmala"] }],
      },
      {
        by: "np-sunita",
        at: "-57d 16:40",
        body: "I had to smile, but it is true. With us it was the chairman's wife. She explained the day of a woman to him, hour by hour. I could never.",
      },
      {
        by: "np-bimala",
        at: "-56d 06:30",
        body: "Anju, stop carrying letters. You make it possible for them not to meet.",
        reactions: [{ emoji: "💡", by: ["np-anju", "np-kiran", "np-asmita"] }],
      },
      { by: "np-anju", at: "-56d 12:10", body: "But if they meet they will fight." },
      {
        by: "np-bimala",
        at: "-56d 12:44",
        body: "Maybe. What would be a small meeting, of three people, where a fight is not so bad?",
        quote: 4,
        reactions: [{ emoji: "value:curiosity", by: ["np-sarita"] }],
      },
      {
        by: "np-nirmala",
        at: "-56d 18:00",
        body: "We let both sides draw their day. A circle with 24 pieces. Men and women separately, then hang them beside each other. Nobody had to say anything. It was very silent.",
        reactions: [
          { emoji: "💯", by: ["np-anju", "np-bimala", "np-urmila", "np-sabina"] },
          { emoji: "value:inclusivity", by: ["np-sunita", "np-ishwori"] },
        ],
      },
      {
        by: "np-anju",
        at: "-43d 17:20",
        body: 'We did the circles. Three from here, three from there. One of the committee looked a long time and asked "when do you rest?". My friend said "now".\n\nThe meeting is at half past four.',
        reactions: [
          {
            emoji: "🎉",
            by: [
              "np-nirmala",
              "np-bimala",
              "np-urmila",
              "np-sunita",
              "np-sarita",
              "np-asmita",
              "np-kiran",
              "np-mina",
            ],
          },
          { emoji: "value:celebrating-success", by: ["np-puja"] },
        ],
      },
      { by: "np-sabina", at: "-43d 17:50", body: '"Now." I got goosebumps.' },
      { by: "np-anju", at: "-42d 06:00", body: "अब म चिठी बोक्दिनँ 😄 No more letters." },
    ],
  },
  {
    title: "सानो सफलता: small successes",
    kind: "DISCUSSION",
    messages: [
      {
        by: "np-puja",
        at: "-66d 20:00",
        body: "Let's put small successes here. Mine: I said \"I don't know, I will find out\" to a doctor and the world didn't end.",
        reactions: [{ emoji: "👏", by: ["np-gita", "np-suman", "np-asmita"] }],
      },
      {
        by: "np-hari",
        at: "-66d 20:20",
        body: "I went home on time. My son asked if I was ill.",
        reactions: [{ emoji: "😂", by: ["np-puja", "np-manju", "np-rojina", "np-deepa"] }],
      },
      {
        by: "np-ishwori",
        at: "-50d 07:15",
        body: "Our monthly report was sent on the second day, not on the last. Because we fill one column every evening. एक थुकी सुकी, हजार थुकी नदी।",
        reactions: [{ emoji: "💯", by: ["np-bishnu", "np-kalpana", "np-sarita"] }],
      },
      {
        by: "np-pratima",
        at: "-37d 17:00",
        body: "The new one from the next valley came over the pass to see how we do our store. 5 hours. She stayed for two days and taught us how to dry mushrooms. I call it an exchange programme.",
        reactions: [
          { emoji: "❤️", by: ["np-kalpana", "np-bimala", "np-nirmala", "np-anju"] },
          { emoji: "value:collaboration", by: ["np-sarita", "np-kiran"] },
        ],
      },
      {
        by: "np-deepa",
        at: "-28d 19:10",
        body: "बधाई छ हामी सबैलाई! Three of our ward have finished the course. We studied in the laundry because it's warm there.",
        reactions: [
          {
            emoji: "🎉",
            by: ["np-manju", "np-puja", "np-laxmi", "np-mina", "np-asmita", "np-gita"],
          },
        ],
      },
      { by: "np-manju", at: "-28d 19:30", body: "I will come to study in your laundry." },
      {
        by: "np-gita",
        at: "-14d 06:10",
        body: "Said no to extra work. Nicely. Felt guilty for one day, not for a week. Thank you Sunita for your line at the beginning 😄",
        reactions: [
          { emoji: "😄", by: ["np-sunita", "np-deepa"] },
          { emoji: "value:celebrating-success", by: ["np-sarita", "np-anju"] },
        ],
      },
      { by: "np-sunita", at: "-14d 06:45", body: "One day! You must teach us." },
      {
        by: "np-urmila",
        at: "-6d 16:20",
        body: "A grandmother told the ward meeting how *we* should run the queue. She was right about everything. Queue is shorter since then.",
        reactions: [{ emoji: "👏", by: ["np-anju", "np-nirmala"] }],
      },
      {
        by: "np-asmita",
        at: "-1d 18:30",
        body: "We sat at one table today, all of us, with tea. The spelling on the wall is still corrected.",
        reactions: [{ emoji: "❤️", by: ["np-laxmi", "np-sarita"] }],
      },
    ],
  },
];
