// One body of text: midwives of five countries on students and on words.
import type { DemoThread } from "../types.ts";

export const midwiferyStudentsAndWords: DemoThread[] = [
  {
    title: "Students: how do you let them lead?",
    kind: "DISCUSSION",
    messages: [
      {
        by: "np-mina",
        at: "-44d 03:00",
        body: "I have two students for three months. I do everything faster myself. How do you let go?",
      },
      {
        by: "zm-nasilele",
        at: "-44d 18:20",
        body: "I have no choice, I'm alone. So she leads and I hold the lamp. At first I talked all the time. Now the lamp has learned to be quiet.",
        reactions: [
          { emoji: "❤️", by: ["np-mina", "zm-inonge", "gb-rhian"] },
          { emoji: "value:inclusivity", by: ["et-chaltu"] },
        ],
      },
      {
        by: "gb-aisha",
        at: "-44d 20:00",
        body: "I sit on my hands. Literally. My student noticed and asked if I was cold.",
        reactions: [{ emoji: "😂", by: ["np-mina", "gb-leah", "sl-hodan"] }],
      },
      {
        by: "et-lensa",
        at: "-43d 07:30",
        body: "I let her hand over, with me behind. The first time she looked at me after each sentence. On the fifth day she looked at the other one.",
        reactions: [{ emoji: "💡", by: ["np-mina", "gb-joanne"] }],
      },
      {
        by: "sl-ifrah",
        at: "-43d 18:10",
        body: "I ask her in the evening what *I* could have done better. She never says anything. Only on the last day.",
      },
      { by: "np-mina", at: "-43d 23:50", body: "What did she say on the last day?", quote: 4 },
      {
        by: "sl-ifrah",
        at: "-42d 05:20",
        body: '"You say well done when you are in a hurry." 😶',
        reactions: [{ emoji: "😮", by: ["gb-leah", "zm-gracen", "et-tigist"] }],
      },
      { by: "gb-leah", at: "-42d 06:50", body: "Ouch. Also I do that." },
      {
        by: "np-mina",
        at: "-20d 02:40",
        body: "My two students organised the clinic day last week. From the chairs to the queue. I carried water. It took twice as long and it was twice as good. सुस्त सुस्त, I learn also.",
        reactions: [
          { emoji: "🎉", by: ["zm-nasilele", "gb-aisha", "et-lensa", "sl-ifrah", "np-nirmala"] },
          { emoji: "value:celebrating-success", by: ["zm-inonge", "gb-joanne"] },
        ],
      },
    ],
  },
  {
    title: "Words we do not have",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-rhian",
        at: "-19d 19:00",
        body: "Welsh has *cynefin*: the place where you belong and know the ground. I use it when I talk about continuity. There's no English word. What is a word for leading or for care, in your language, that we others do not have?",
        reactions: [
          { emoji: "value:curiosity", by: ["zm-inonge", "sl-hodan", "np-nirmala", "et-chaltu"] },
        ],
      },
      {
        by: "et-tigist",
        at: "-19d 19:30",
        body: 'አይዞሽ (ayzosh). It\'s "be strong" and "I am here" and "it will pass" in one. To a man ayzoh. I say it forty times a day.',
        reactions: [
          { emoji: "❤️", by: ["gb-rhian", "zm-nasilele", "np-mina", "gb-leah", "sl-hodan"] },
        ],
      },
      {
        by: "sl-hodan",
        at: "-19d 20:10",
        body: "*Naxariis*. Mercy, but with the hands. You can do naxariis.",
        reactions: [{ emoji: "❤️", by: ["et-lensa", "gb-aisha"] }],
      },
      {
        by: "zm-inonge",
        at: "-18d 05:40",
        body: "In Lozi we say *kopano*. It is meeting, union and agreement in one word. You can't have one without the other two.",
        reactions: [{ emoji: "💡", by: ["gb-joanne", "gb-rhian"] }],
      },
      {
        by: "zm-gracen",
        at: "-18d 06:10",
        body: "Bemba: *ukwafwana*, to help one another. It only exists for both directions. One alone cannot do it.",
        reactions: [{ emoji: "❤️", by: ["zm-inonge", "et-tigist"] }],
      },
      {
        by: "np-nirmala",
        at: "-18d 13:00",
        body: 'साथ (*saath*). Together, company, support. We say "I give you saath". You give it like a thing.',
        reactions: [{ emoji: "❤️", by: ["gb-leah", "np-mina"] }],
      },
      {
        by: "gb-aisha",
        at: "-17d 21:15",
        body: "In Urdu we have *khidmat*, service, but there's honour in it. My grandmother used it for midwives only.",
        reactions: [{ emoji: "👏", by: ["gb-joanne", "et-chaltu"] }],
      },
      {
        by: "gb-leah",
        at: "-17d 22:00",
        body: 'I only have English and I\'m feeling very poor. "Mind how you go"?',
        reactions: [{ emoji: "😂", by: ["gb-rhian", "gb-aisha", "sl-ifrah"] }],
      },
      {
        by: "sl-ifrah",
        at: "-16d 04:50",
        body: "No that's good. It means: I'll think of you on the road. We need it, with our roads.",
        quote: 7,
        reactions: [{ emoji: "❤️", by: ["gb-leah", "zm-nasilele"] }],
      },
      {
        by: "zm-chipo",
        at: "-2d 18:10",
        body: "Tonga: *lugwasyo*, help. But I want to steal ayzosh.",
      },
      {
        by: "et-tigist",
        at: "-1d 06:30",
        body: "Take it, it is free 😄 አይዞሽ Chipo.",
        reactions: [{ emoji: "❤️", by: ["sl-hodan"] }],
      },
      {
        by: "gb-joanne",
        at: "-1d 19:20",
        body: "I've written all of these on one page for our staff room wall, with the scripts. Would each of you check your own line before it goes up?",
      },
    ],
  },
];
