// One body of text: the coordinators of five countries on borrowing and on who comes next.
import type { DemoThread } from "../types.ts";

export const talentCoordinatorsWhatTravels: DemoThread[] = [
  {
    title: "What travels from country to country, and what does not",
    kind: "DISCUSSION",
    messages: [
      {
        by: "et-dawit",
        at: "-64d 08:00",
        body: 'Our "what was heavy?" at the end of the shift came from reading about Somaliland. In our ward nobody answered for three weeks. Then we asked it after coffee and not before. So what travels and what doesn\'t?',
        reactions: [{ emoji: "value:curiosity", by: ["zm-thandiwe", "gb-gareth", "np-kiran"] }],
      },
      {
        by: "zm-thandiwe",
        at: "-64d 09:15",
        body: "Questions travel. Answers get sick on the way 😄",
        reactions: [
          { emoji: "💯", by: ["et-dawit", "np-sarita", "sl-mustafe", "gb-patience"] },
          { emoji: "😂", by: ["sl-khadra", "np-bimala"] },
        ],
      },
      {
        by: "np-kiran",
        at: "-64d 10:20",
        body: "We took the three spoken lines from Zambia. Line one and two fine. Line three, what's missing in the cupboard, made the storekeeper feel accused. With us he says it himself now. So the line is the same, another mouth.",
        reactions: [{ emoji: "💡", by: ["zm-thandiwe", "zm-kelvin", "et-almaz"] }],
      },
      {
        by: "gb-gareth",
        at: "-63d 09:00",
        body: 'We borrowed "awake, behind, off" and it worked on day one, because everyone here was already exhausted enough.',
        reactions: [{ emoji: "😄", by: ["zm-inonge", "gb-patience"] }],
      },
      {
        by: "sl-amina",
        at: "-63d 18:30",
        body: 'May I ask that when we share it on, we say where it comes from and what was different there? I saw our lamp in another group as "the lamp method". My colleague\'s brother was very surprised.',
        reactions: [
          { emoji: "😂", by: ["sl-khadra", "np-sarita", "zm-inonge"] },
          { emoji: "value:trustworthiness", by: ["et-dawit", "gb-joanne"] },
        ],
      },
      {
        by: "gb-patience",
        at: "-63d 19:10",
        body: "Guilty. It was me and I've corrected it. \"From a small clinic in Somaliland where people kept asking the midwife at the market.\" It's so much better with the market.",
        quote: 4,
        reactions: [{ emoji: "❤️", by: ["sl-amina", "sl-mustafe"] }],
      },
      {
        by: "et-chaltu",
        at: "-62d 07:00",
        body: "So a rule for us: with the thing, send the place.",
        reactions: [
          {
            emoji: "👍",
            by: ["sl-amina", "zm-thandiwe", "np-bimala", "gb-gareth", "et-almaz", "np-kiran"],
          },
        ],
      },
    ],
  },
  {
    title: "Who comes after us?",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-kelvin",
        at: "-27d 18:00",
        body: "In some months our first year is over. Who has thought about who coordinates after us? I have not, and I'm teaching people about leadership 🙈",
        reactions: [{ emoji: "😅", by: ["et-dawit", "gb-patience", "np-kiran"] }],
      },
      {
        by: "np-bimala",
        at: "-27d 23:30",
        body: "I have one in mind and haven't told her. Maybe I should ask her and not only have her in mind.",
        reactions: [{ emoji: "💯", by: ["gb-joanne", "zm-inonge"] }],
      },
      {
        by: "zm-inonge",
        at: "-26d 06:00",
        body: "Chipo leads a topic with me now. She was afraid. She walked to a headman. She is better at it than me, I only sit beside.",
        reactions: [{ emoji: "❤️", by: ["zm-thandiwe", "zm-kelvin", "et-almaz"] }],
      },
      {
        by: "sl-khadra",
        at: "-26d 08:20",
        body: 'We let two members be "awake" for a week with one of us behind. The group wrote more than with us 😶',
        reactions: [
          { emoji: "😂", by: ["sl-mustafe", "np-sarita", "gb-gareth"] },
          { emoji: "value:inclusivity", by: ["zm-inonge", "et-chaltu"] },
        ],
      },
      {
        by: "gb-gareth",
        at: "-25d 20:00",
        body: "That stings a little and it's exactly the point, isn't it.",
        quote: 3,
      },
      {
        by: "et-almaz",
        at: "-10d 07:30",
        body: 'I asked Tigist. She said no at once. Next morning she said "what exactly would I have to do?".',
        reactions: [
          { emoji: "🎉", by: ["et-chaltu", "et-dawit", "zm-thandiwe", "gb-patience"] },
          { emoji: "value:celebrating-success", by: ["np-bimala"] },
        ],
      },
      {
        by: "np-bimala",
        at: "-2d 05:00",
        body: "I've asked mine. She asked who thinks so. I said: I do. She sat down on the step. She will tell me after the festival.",
        reactions: [{ emoji: "❤️", by: ["np-sarita", "et-almaz", "zm-inonge"] }],
      },
      {
        by: "zm-thandiwe",
        at: "-1d 18:40",
        body: "I'm going to be off for two weeks. Really off. Kelvin has taken my phone number out of the list on the wall. Pray for me.",
        reactions: [
          { emoji: "😂", by: ["zm-inonge", "zm-kelvin"] },
          { emoji: "❤️", by: ["gb-patience", "sl-khadra"] },
        ],
      },
    ],
  },
];
