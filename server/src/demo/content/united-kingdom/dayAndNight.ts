// One body of text: the United Kingdom group on blame, reflection and good things.
import type { DemoThread } from "../types.ts";

export const unitedKingdomDayAndNight: DemoThread[] = [
  {
    title: "Mediating when day staff and night staff blame each other",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-hannah",
        at: "-93d 23:40",
        body: "Days think nights do nothing. Nights think days leave everything. I've just moved from one to the other and I'm now a traitor twice.",
        reactions: [
          { emoji: "😄", by: ["gb-sinead", "gb-priya", "gb-callum"] },
          { emoji: "value:compassion", by: ["gb-grace", "gb-fiona"] },
        ],
      },
      {
        by: "gb-marek",
        at: "-92d 06:10",
        body: "I was in both also. Both are right about the work and wrong about the people.",
        reactions: [{ emoji: "💯", by: ["gb-hannah", "gb-sinead", "gb-patience"] }],
      },
      {
        by: "gb-grace",
        at: "-92d 10:20",
        body: "What does each side *never see*? Not what they do badly. What's invisible?",
        reactions: [{ emoji: "value:curiosity", by: ["gb-hannah", "gb-gareth"] }],
      },
      {
        by: "gb-hannah",
        at: "-92d 15:05",
        body: "Days never see 4 am. Nights never see the phone. It does not stop.",
      },
      {
        by: "gb-fiona",
        at: "-92d 16:00",
        body: "Swap one person for one shift? We did it in the community, not as punishment, as a visit. You bring cake and you're not allowed to comment until the end.",
        reactions: [{ emoji: "💡", by: ["gb-hannah", "gb-marek", "gb-tomos"] }],
      },
      {
        by: "gb-priya",
        at: "-92d 18:12",
        body: "Not allowed to comment is the important bit. And the cake.",
      },
      {
        by: "gb-sinead",
        at: "-91d 07:30",
        body: "I'd worry about it feeling like inspection. Who chooses who goes?",
        quote: 4,
      },
      {
        by: "gb-fiona",
        at: "-91d 08:40",
        body: "Good point. Ours volunteered. First one was the loudest complainer. I'd bribed her with lemon drizzle.",
        reactions: [{ emoji: "😂", by: ["gb-hannah", "gb-priya", "gb-dean"] }],
      },
      {
        by: "gb-hannah",
        at: "-64d 16:30",
        body: 'Four swaps so far. The loudest day person came back from 4 am and said, in handover, in front of everybody: "I take it back". You could hear the fridge.',
        reactions: [
          {
            emoji: "🎉",
            by: ["gb-fiona", "gb-grace", "gb-marek", "gb-sinead", "gb-patience", "gb-joanne"],
          },
          { emoji: "value:compassion", by: ["gb-priya", "gb-beth"] },
        ],
      },
      {
        by: "gb-hannah",
        at: "-64d 16:33",
        body: "The blame isn't gone. But now it comes as a question.",
        reactions: [{ emoji: "value:curiosity", by: ["gb-gareth", "gb-fiona"] }],
      },
      {
        by: "gb-gareth",
        at: "-64d 18:00",
        body: '"Now it comes as a question" — da iawn. That\'s a result, Hannah. Put it in your plan.',
      },
    ],
  },
  {
    title: "Myfyrio: reflecting when you are tired",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-tomos",
        at: "-71d 20:00",
        body: "Dwi'n gyrru llawer. I drive a lot between visits, and it's the only quiet I get. I've started talking to myself in the car: what surprised me today? In Welsh if it was hard, in English if it was annoying.",
        reactions: [
          { emoji: "😄", by: ["gb-rhian", "gb-gareth", "gb-leah"] },
          { emoji: "❤️", by: ["gb-fiona", "gb-beth"] },
        ],
      },
      {
        by: "gb-rhian",
        at: "-71d 20:20",
        body: "Cytuno'n llwyr! Some things I can only think in Welsh.",
      },
      {
        by: "gb-beth",
        at: "-71d 21:00",
        body: "I do the same and then arrive and have forgotten it. Do you record it?",
      },
      {
        by: "gb-tomos",
        at: "-71d 21:10",
        body: "No. If I still know it in the evening it was important. If not, good riddance.",
        reactions: [{ emoji: "💡", by: ["gb-beth", "gb-chloe"] }],
      },
      {
        by: "gb-grace",
        at: "-70d 08:15",
        body: "I'd add one: *what did I not feel today?* On the days when I feel nothing at all, that's the one to talk to someone about.",
        reactions: [
          {
            emoji: "value:compassion",
            by: ["gb-tomos", "gb-patience", "gb-hannah", "gb-olivia", "gb-leah"],
          },
        ],
      },
      {
        by: "gb-olivia",
        at: "-70d 12:40",
        body: "Thank you Grace. I needed that one and didn't know it.",
        quote: 4,
        reactions: [{ emoji: "❤️", by: ["gb-grace", "gb-beth"] }],
      },
      {
        by: "gb-chloe",
        at: "-69d 19:30",
        body: 'Our practice does "two minutes before the kettle". One question, no fixing. It\'s on a tea towel. It has survived three managers.',
        reactions: [
          { emoji: "😂", by: ["gb-dean", "gb-sinead", "gb-tomos"] },
          { emoji: "👏", by: ["gb-joanne"] },
        ],
      },
      { by: "gb-nadia", at: "-69d 20:00", body: "What is the question on the towel?" },
      {
        by: "gb-chloe",
        at: "-69d 20:02",
        body: '"What do you want us to know?"',
        reactions: [
          { emoji: "❤️", by: ["gb-nadia", "gb-grace", "gb-rhian", "gb-tomos", "gb-maricel"] },
        ],
      },
      {
        by: "gb-rhian",
        at: "-34d 19:45",
        body: "We've had ours on the fridge for a month now, in both languages: *Beth wyt ti eisiau i ni wybod?* Beth thought it was addressed to her 😂",
        reactions: [{ emoji: "😂", by: ["gb-beth", "gb-tomos", "gb-gareth", "gb-chloe"] }],
      },
      {
        by: "gb-beth",
        at: "-34d 20:00",
        body: "In my defence it had my name on it.",
        reactions: [{ emoji: "😂", by: ["gb-rhian", "gb-leah", "gb-dean"] }],
      },
    ],
  },
  {
    title: "Good things, however small",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-sinead",
        at: "-58d 20:10",
        body: "Starting this because my week was grim and I'd like some. Mine: I ate lunch sitting down. With a fork.",
        reactions: [{ emoji: "👏", by: ["gb-leah", "gb-aisha", "gb-dean", "gb-callum"] }],
      },
      {
        by: "gb-aisha",
        at: "-58d 20:30",
        body: 'A student said she\'d picked our unit because "people explain things". 🥹',
        reactions: [{ emoji: "❤️", by: ["gb-joanne", "gb-leah", "gb-anneka"] }],
      },
      {
        by: "gb-callum",
        at: "-49d 04:50",
        body: "Quiet hour. I used it to write thank-you notes to the porters. Three of them have it in their lockers now.",
        reactions: [
          { emoji: "value:compassion", by: ["gb-patience", "gb-sinead", "gb-marek", "gb-jerome"] },
        ],
      },
      {
        by: "gb-jerome",
        at: "-41d 12:10",
        body: "A colleague asked one of our service users to chair the team meeting. Best chaired meeting of the year. We finished early.",
        reactions: [
          { emoji: "value:inclusivity", by: ["gb-grace", "gb-joanne", "gb-nadia"] },
          { emoji: "👏", by: ["gb-olivia", "gb-chloe"] },
        ],
      },
      {
        by: "gb-marek",
        at: "-30d 15:40",
        body: "Six months ago someone new said nothing in the briefing. Today she stopped it because something was not clear. Everybody waited. Nobody sighed.",
        reactions: [
          { emoji: "🎉", by: ["gb-callum", "gb-patience", "gb-hannah", "gb-dean"] },
          { emoji: "value:celebrating-success", by: ["gb-gareth", "gb-sinead"] },
        ],
      },
      {
        by: "gb-fiona",
        at: "-22d 17:20",
        body: "Got the rota changed so that the two who live on the far side do the far side. Took 14 months and one map.",
        reactions: [{ emoji: "🎉", by: ["gb-tomos", "gb-beth", "gb-priya"] }],
      },
      {
        by: "gb-maricel",
        at: "-13d 19:05",
        body: "I chaired my first meeting. I practised with my mother on the phone, she played the difficult manager. She was very good at it.",
        reactions: [
          { emoji: "😂", by: ["gb-yusuf", "gb-nadia", "gb-anneka"] },
          { emoji: "value:celebrating-success", by: ["gb-patience", "gb-dean", "gb-joanne"] },
        ],
      },
      {
        by: "gb-rhian",
        at: "-13d 19:20",
        body: "Llongyfarchiadau Maricel!! Dyfal donc a dyr y garreg.",
      },
      {
        by: "gb-yusuf",
        at: "-5d 21:15",
        body: "I've been asked to show the new starters round. With my notebook of letters. It's now two pages, because we stopped using the rest.",
        reactions: [{ emoji: "🎉", by: ["gb-maricel", "gb-dean", "gb-nadia", "gb-leah"] }],
      },
      {
        by: "gb-leah",
        at: "-1d 20:40",
        body: "Sat down. Fork. Full half hour. Someone covered me without being asked.",
        reactions: [{ emoji: "❤️", by: ["gb-sinead", "gb-aisha", "gb-patience"] }],
      },
    ],
  },
];
