// One body of text: the Ethiopia group on change, mediating and what went well.
import type { DemoThread } from "../types.ts";

export const ethiopiaChangeAndViews: DemoThread[] = [
  {
    title: "Change that failed: the colour cards",
    kind: "DISCUSSION",
    closed: true,
    messages: [
      {
        by: "et-eyob",
        at: "-74d 18:05",
        body: "Let me tell you about my colour cards. In theatre I wanted that we prepare faster. Green card, yellow card, red card on each door. I made it at home, with plastic. Everybody said very nice. After three weeks all doors were green, day and night.",
        reactions: [{ emoji: "😂", by: ["et-robel", "et-natnael", "et-rahel", "et-meron"] }],
      },
      { by: "et-rahel", at: "-74d 18:20", body: "Because nobody wants a red door?" },
      {
        by: "et-eyob",
        at: "-74d 18:31",
        body: "Because the one who put a red card had to explain it to the head. So green. Everything is green. We are very green.",
        quote: 1,
        reactions: [
          { emoji: "😄", by: ["et-getu", "et-hiwot"] },
          { emoji: "value:trustworthiness", by: ["et-almaz", "et-solomon"] },
        ],
      },
      {
        by: "et-solomon",
        at: "-74d 19:00",
        body: "So the card did not measure readiness. It measured fear.",
        reactions: [{ emoji: "💯", by: ["et-eyob", "et-dawit", "et-chaltu"] }],
      },
      {
        by: "et-meron",
        at: "-73d 07:30",
        body: "ጥሩ ነገር ነው የጻፍከው. We have green doors too. With us it's a number in a report.",
      },
      {
        by: "et-dawit",
        at: "-73d 08:00",
        body: "Eyob, if you could begin again, whom would you ask first?",
        reactions: [{ emoji: "value:curiosity", by: ["et-eyob"] }],
      },
      {
        by: "et-eyob",
        at: "-73d 17:40",
        body: "The cleaner of theatre. She is the one who waits for the door. I only asked the ones who close it.",
        reactions: [{ emoji: "value:inclusivity", by: ["et-dawit", "et-zinash", "et-selam"] }],
      },
      {
        by: "et-eyob",
        at: "-48d 18:20",
        body: 'Second try. No cards. We asked her. She said "shout when you are twenty minutes before the end". That is the whole system. We shout. It works since three weeks and cost nothing.',
        reactions: [
          {
            emoji: "🎉",
            by: ["et-solomon", "et-rahel", "et-almaz", "et-robel", "et-dawit", "et-bereket"],
          },
          { emoji: "value:celebrating-success", by: ["et-chaltu"] },
        ],
      },
      { by: "et-natnael", at: "-48d 18:33", body: "We shout 😂 I love it." },
      { by: "et-rahel", at: "-48d 19:10", body: "What did you do with the plastic?" },
      {
        by: "et-eyob",
        at: "-48d 19:12",
        body: "My daughter plays shop with it. Everything is for sale.",
        reactions: [{ emoji: "😂", by: ["et-rahel", "et-tigist", "et-natnael", "et-kidist"] }],
      },
    ],
  },
  {
    title: "Standing between the doctors and the community elders",
    kind: "DISCUSSION",
    messages: [
      {
        by: "et-getu",
        at: "-60d 16:00",
        body: "The team of the vaccination days and the elders of one kebele do not speak any more. Each says the other is without respect. I sit between them. I am not the boss of anybody. Ideas?",
        reactions: [{ emoji: "value:curiosity", by: ["et-almaz", "et-abdi"] }],
      },
      {
        by: "et-abdi",
        at: "-60d 17:10",
        body: "What happened at the last meeting where they still spoke?",
      },
      {
        by: "et-getu",
        at: "-60d 17:34",
        body: 'We came at ten. We had said nine. The elders had waited, with food. Our team said "sorry, car" and opened the laptop.',
      },
      {
        by: "et-bontu",
        at: "-60d 17:50",
        body: "Then it is not about vaccination. It is about the food.",
        reactions: [{ emoji: "💯", by: ["et-abdi", "et-chaltu", "et-bereket", "et-getu"] }],
      },
      {
        by: "et-abdi",
        at: "-60d 18:05",
        body: "Yes. With us you would go back **without** an agenda. To say sorry, and to eat.",
      },
      {
        by: "et-chaltu",
        at: "-59d 07:00",
        body: "And take the youngest of the team with you. If the youngest says sorry, nobody loses. If the doctor says it the next time, everybody wins.",
      },
      {
        by: "et-hiwot",
        at: "-59d 07:45",
        body: "Why not the doctor directly? He was late, not the youngest.",
        reactions: [{ emoji: "value:curiosity", by: ["et-bontu", "et-solomon"] }],
      },
      {
        by: "et-chaltu",
        at: "-59d 12:20",
        body: "You may be right, Hiwot. I thought how to make it easy. You think about what is true.",
        quote: 6,
        reactions: [{ emoji: "value:trustworthiness", by: ["et-hiwot", "et-almaz", "et-getu"] }],
      },
      {
        by: "et-getu",
        at: "-52d 19:15",
        body: 'I asked the doctor. I expected a no. He said "I have been ashamed since that day, I only did not know how". He went himself. He brought his own honey. They ate three hours. On the way back he said this was the best meeting of his year.',
        reactions: [
          {
            emoji: "🎉",
            by: ["et-hiwot", "et-chaltu", "et-abdi", "et-bontu", "et-almaz", "et-dawit"],
          },
          { emoji: "value:compassion", by: ["et-selam", "et-solomon"] },
        ],
      },
      {
        by: "et-abdi",
        at: "-52d 19:30",
        body: "Baga gammadde! Honey is a language.",
        reactions: [{ emoji: "😄", by: ["et-getu", "et-bontu", "et-lensa"] }],
      },
      { by: "et-hiwot", at: "-51d 06:30", body: "I am happy that I asked 😊 almost I deleted it." },
      {
        by: "et-almaz",
        at: "-51d 07:00",
        body: "I saw you typing for ten minutes. ድር ቢያብር አንበሳ ያስር. This thread is the proof.",
        reactions: [{ emoji: "❤️", by: ["et-hiwot", "et-getu", "et-tigist", "et-feven"] }],
      },
    ],
  },
  {
    title: "What I celebrate this month",
    kind: "DISCUSSION",
    messages: [
      {
        by: "et-dawit",
        at: "-40d 09:00",
        body: "One thing each that went well, please. Yours or a colleague's. Small is welcome.",
      },
      {
        by: "et-selam",
        at: "-40d 12:20",
        body: "Our newest midwife spoke in the big meeting. One sentence. I counted: eleven words. I was more proud than of my own diploma.",
        reactions: [
          { emoji: "value:celebrating-success", by: ["et-dawit", "et-almaz", "et-chaltu"] },
        ],
      },
      {
        by: "et-saba",
        at: "-40d 18:40",
        body: "I took a day off and nothing broke.",
        reactions: [{ emoji: "👏", by: ["et-rahel", "et-hiwot", "et-zinash", "et-solomon"] }],
      },
      {
        by: "et-solomon",
        at: "-39d 07:10",
        body: 'We began to end each shift with one question: "what was heavy?" Nobody must answer. This week somebody did.',
        reactions: [
          { emoji: "value:compassion", by: ["et-saba", "et-selam", "et-mahlet", "et-robel"] },
        ],
      },
      {
        by: "et-lensa",
        at: "-25d 19:00",
        body: "I can now read Amharic forms aloud without stopping. My colleague practised with me on the bench every evening. In return she knows 60 words of Afaan Oromoo. She uses them all at once.",
        reactions: [
          { emoji: "❤️", by: ["et-abdi", "et-bontu", "et-chaltu", "et-almaz", "et-dawit"] },
          { emoji: "😂", by: ["et-tigist"] },
        ],
      },
      { by: "et-bontu", at: "-25d 19:10", body: "Baga gammaddan, both of you!" },
      {
        by: "et-zinash",
        at: "-16d 20:00",
        body: "The meeting finished at the hour it was planned to finish. I write it here as history.",
        reactions: [
          { emoji: "😂", by: ["et-eyob", "et-natnael", "et-rahel", "et-meron", "et-almaz"] },
        ],
      },
      {
        by: "et-feven",
        at: "-9d 21:05",
        body: "ቀስ በቀስ እንቁላል በእግሩ ይሄዳል. After seven months our two shifts use the same board. Yesterday for the first time nobody wiped the other half.",
        reactions: [{ emoji: "🎉", by: ["et-dawit", "et-kidist", "et-mahlet"] }],
      },
      {
        by: "et-kidist",
        at: "-3d 18:30",
        body: "I asked for help before I was angry. New for me.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["et-feven", "et-almaz", "et-solomon"] },
          { emoji: "❤️", by: ["et-selam", "et-hiwot"] },
        ],
      },
      {
        by: "et-robel",
        at: "-1d 06:20",
        body: "A student told me that she wants to be the kind of nurse who explains. She said she has it from our ward. እንኳን ደስ አላችሁ to all who explained.",
        reactions: [{ emoji: "❤️", by: ["et-kidist", "et-dawit"] }],
      },
    ],
  },
];
