// One body of text: the Ethiopia group on hard weeks and hard words.
import type { DemoThread } from "../types.ts";

export const ethiopiaSupportingEachOther: DemoThread[] = [
  {
    title: "እንኳን ደህና መጣችሁ / Baga nagaan dhuftan / Welcome",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "et-almaz",
        at: "-146d 08:00",
        body: "እንደምን አደራችሁ! Welcome to the Ethiopia group.\n\nThree promises:\n\n1. No patients here. Not a name, not a kebele, not a date.\n2. Amharic, Afaan Oromoo, Tigrinya, English: all are good. If you do not understand, ask. Somebody will translate.\n3. We are kind to whoever speaks first.\n\nPlease acknowledge when you have read it.",
        reactions: [
          {
            emoji: "🙏",
            by: ["et-tigist", "et-selam", "et-abdi", "et-robel", "et-hiwot", "et-meron"],
          },
          { emoji: "value:inclusivity", by: ["et-bontu", "et-saba"] },
        ],
      },
      {
        by: "et-abdi",
        at: "-146d 12:40",
        body: "Galatoomaa. I am happy that my language is in the title.",
        reactions: [{ emoji: "❤️", by: ["et-almaz", "et-chaltu", "et-lensa", "et-bontu"] }],
      },
      {
        by: "et-dawit",
        at: "-146d 13:02",
        body: "Almaz asked three of us how to write it. That's how long a title takes when it is for everybody.",
      },
      {
        by: "et-tigist",
        at: "-146d 19:20",
        body: "May we write short? I am on the phone between two rooms mostly.",
      },
      { by: "et-chaltu", at: "-146d 19:41", body: "Short is best. One line is enough.", quote: 3 },
      { by: "et-feven", at: "-145d 07:05", body: "እናመሰግናለን 🙏" },
      { by: "et-robel", at: "-145d 21:13", body: "የቐንየለይ. Glad to be here." },
    ],
  },
  {
    title: "The road is closed: leading when nobody can come",
    kind: "DISCUSSION",
    messages: [
      {
        by: "et-bereket",
        at: "-118d 17:10",
        body: "Rain since six days. The road is gone. We are four, the supplies car can't come, the supervisor can't come. People look at me as if I knew what to do. I am the one with one more year than the others, that's all.",
        reactions: [
          { emoji: "value:compassion", by: ["et-almaz", "et-selam", "et-getu", "et-hiwot"] },
        ],
      },
      {
        by: "et-getu",
        at: "-118d 18:22",
        body: "አይዞህ Bereket. What are you four doing each evening?",
      },
      {
        by: "et-bereket",
        at: "-118d 18:40",
        body: "Each one goes to the room and looks at the phone. There is no network. So we look at the phone without network 😅",
        reactions: [{ emoji: "😂", by: ["et-robel", "et-natnael", "et-rahel"] }],
      },
      {
        by: "et-almaz",
        at: "-118d 19:05",
        body: "Eat together. I am serious. It is the first thing.",
        reactions: [{ emoji: "💯", by: ["et-getu", "et-dawit", "et-chaltu"] }],
      },
      {
        by: "et-solomon",
        at: "-118d 19:30",
        body: 'And say out loud what you don\'t know. "I do not know when the road opens. I know that we have flour for nine days." People get calm from the second sentence but they believe it because of the first.',
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["et-bereket", "et-almaz", "et-dawit", "et-meron"],
          },
        ],
      },
      {
        by: "et-bereket",
        at: "-116d 06:50",
        body: 'We eat together. The guard cooks better than all of us. At dinner we made a list of what we have and what we save. I said the sentence of Solomon. Somebody laughed and said "finally".',
        reactions: [{ emoji: "❤️", by: ["et-almaz", "et-solomon", "et-selam", "et-hiwot"] }],
      },
      {
        by: "et-zinash",
        at: "-116d 12:14",
        body: "How do you reach the district without network?",
      },
      {
        by: "et-bereket",
        at: "-116d 12:30",
        body: "A boy walks to the hill with my phone and four messages written. He presses send and waits. We pay him in biscuits.",
        reactions: [{ emoji: "😄", by: ["et-zinash", "et-eyob", "et-tigist"] }],
      },
      {
        by: "et-dawit",
        at: "-115d 07:20",
        body: "When it is over, please write down what you would prepare *before* next time. Not a plan. Five lines.",
      },
      {
        by: "et-bereket",
        at: "-108d 16:00",
        body: "Road open! Five lines:\n\n- a list on the wall of who lives near and can help\n- two weeks of what runs out first\n- one place on the hill, agreed, at 8 and at 17\n- dinner together from day one\n- biscuits",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "et-almaz",
              "et-getu",
              "et-dawit",
              "et-chaltu",
              "et-solomon",
              "et-selam",
              "et-abdi",
              "et-hiwot",
            ],
          },
          { emoji: "value:celebrating-success", by: ["et-meron", "et-robel"] },
        ],
      },
      {
        by: "et-selam",
        at: "-108d 16:44",
        body: 'I printed your five lines. "Biscuits" stays in.',
        quote: 9,
      },
      {
        by: "et-getu",
        at: "-107d 08:10",
        body: "I showed it to two other health centres (no names). One of them said: we have had the same rain for ten years and never wrote it down.",
      },
    ],
  },
  {
    title: "How do I give feedback to somebody older than my mother?",
    kind: "QUESTION",
    acceptedIndex: 4,
    messages: [
      {
        by: "et-tigist",
        at: "-92d 20:15",
        body: "She is a wonderful midwife and she taught me half of what I know. But she speaks to students so that they cry. I am in charge of the shift now. On paper. How do I say anything to her?",
        reactions: [{ emoji: "🙏", by: ["et-lensa", "et-mahlet", "et-feven", "et-natnael"] }],
      },
      {
        by: "et-mahlet",
        at: "-92d 20:31",
        body: "I have the same person I think. I say nothing and I am nice to the students afterwards.",
      },
      {
        by: "et-lensa",
        at: "-92d 20:40",
        body: "Then they learn that it is normal and there is sweet after bitter.",
        reactions: [{ emoji: "😮", by: ["et-mahlet", "et-tigist"] }],
      },
      {
        by: "et-natnael",
        at: "-91d 06:12",
        body: "In my place somebody told the matron. It became a war.",
      },
      {
        by: "et-chaltu",
        at: "-91d 07:30",
        body: 'Go to her as her student, because you are. Ask: "when you taught me, how did you know that I was ready to hear hard things?" Let her tell. She will speak about how she was taught herself. Then tell her **one** thing you saw, today, small, and what it did. Not "always". And do it in her house with coffee, never in the corridor.',
        reactions: [
          { emoji: "💡", by: ["et-tigist", "et-mahlet", "et-dawit", "et-selam", "et-kidist"] },
          { emoji: "value:compassion", by: ["et-almaz", "et-lensa"] },
        ],
      },
      { by: "et-tigist", at: "-91d 19:50", body: "My heart beats only from reading." },
      {
        by: "et-almaz",
        at: "-91d 20:05",
        body: "Good. It should. Respect and truth in the same cup is strong coffee ☕",
        reactions: [{ emoji: "☕", by: ["et-chaltu", "et-dawit", "et-tigist", "et-feven"] }],
      },
      {
        by: "et-tigist",
        at: "-80d 18:30",
        body: 'I did it. She was quiet for long. Then she told me about her first matron who threw things. She said "and I swore that I would never be like her, and I never threw anything". We both laughed and then she cried.\n\nYesterday a student dropped a tray. She said "pick it up, we all dropped one". I had to leave the room.',
        reactions: [
          {
            emoji: "❤️",
            by: [
              "et-chaltu",
              "et-almaz",
              "et-mahlet",
              "et-lensa",
              "et-selam",
              "et-feven",
              "et-hiwot",
              "et-saba",
            ],
          },
          { emoji: "value:compassion", by: ["et-solomon", "et-dawit"] },
        ],
      },
      { by: "et-mahlet", at: "-80d 19:00", body: "በጣም አመሰግናለሁ Tigist. Now I have no excuse." },
      { by: "et-kidist", at: "-79d 06:40", body: "ጎበዝ!!" },
    ],
  },
];
