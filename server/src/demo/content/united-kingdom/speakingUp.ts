// One body of text: the United Kingdom group on being heard and a change that failed.
import type { DemoThread } from "../types.ts";

export const unitedKingdomSpeakingUp: DemoThread[] = [
  {
    title: "Hello, croeso, and a few ground rules",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "gb-patience",
        at: "-143d 09:15",
        body: "Hello and welcome. Gareth, Joanne and I are your coordinators.\n\n- Nothing that could identify a patient, a family or a colleague. If you have to think about whether it does, it does.\n- This isn't the place for raising a concern that needs action today. Use your own speak-up route, and tell us if you want company doing it.\n- Disagree kindly. Ask before you advise.\n- Nobody is marked down for lurking.\n\nPlease acknowledge once you've read it.",
        reactions: [
          {
            emoji: "👍",
            by: [
              "gb-leah",
              "gb-callum",
              "gb-aisha",
              "gb-beth",
              "gb-maricel",
              "gb-dean",
              "gb-fiona",
              "gb-chloe",
            ],
          },
          { emoji: "value:trustworthiness", by: ["gb-grace", "gb-sinead"] },
        ],
      },
      {
        by: "gb-gareth",
        at: "-143d 09:40",
        body: "Croeso cynnes i bawb. Ysgrifennwch yn Gymraeg unrhyw bryd. Write in Welsh any time, Rhian, Tomos and I will answer.",
        reactions: [{ emoji: "❤️", by: ["gb-rhian", "gb-tomos", "gb-nadia"] }],
      },
      { by: "gb-rhian", at: "-143d 12:05", body: "Diolch Gareth! Bore da bawb." },
      {
        by: "gb-leah",
        at: "-143d 21:30",
        body: "Confession, I've been lurking for an hour already.",
        reactions: [{ emoji: "😄", by: ["gb-sinead", "gb-dean", "gb-beth", "gb-aisha"] }],
      },
      { by: "gb-joanne", at: "-142d 07:55", body: "Then you're our most active member, Leah." },
      {
        by: "gb-jerome",
        at: "-142d 08:20",
        body: "Can I check: is swearing about the printer allowed?",
        reactions: [{ emoji: "😂", by: ["gb-dean", "gb-sinead", "gb-priya"] }],
      },
    ],
  },
  {
    title: 'Speaking up on a busy unit without becoming "the difficult one"',
    kind: "QUESTION",
    acceptedIndex: 6,
    messages: [
      {
        by: "gb-leah",
        at: "-127d 22:10",
        body: 'Two years qualified. I\'ve raised the same thing three times: how breaks get covered. Each time it\'s "yes lovely, noted". Last week I heard someone call me "a bit much". How do you keep going without turning into the person everyone avoids?',
        reactions: [
          { emoji: "value:compassion", by: ["gb-aisha", "gb-anneka", "gb-grace", "gb-joanne"] },
          { emoji: "🙋", by: ["gb-sinead", "gb-hannah"] },
        ],
      },
      {
        by: "gb-aisha",
        at: "-127d 22:31",
        body: "Nothing useful, just: you're not a bit much. Also no break here yet today.",
        reactions: [{ emoji: "❤️", by: ["gb-leah", "gb-anneka"] }],
      },
      {
        by: "gb-callum",
        at: "-126d 05:20",
        body: "Honest question: when you raise it, do you raise it at the moment it's happening? I used to. Nobody can hear anything at that moment.",
        reactions: [{ emoji: "value:curiosity", by: ["gb-patience"] }],
      },
      {
        by: "gb-leah",
        at: "-126d 08:15",
        body: "...yes. At the desk. At the worst possible moment. Every time.",
      },
      { by: "gb-sinead", at: "-126d 09:00", body: "And always on your own?" },
      { by: "gb-leah", at: "-126d 09:04", body: "Also yes." },
      {
        by: "gb-patience",
        at: "-126d 19:10",
        body: "Three things I wish I'd known at two years.\n\n**Pick the room.** A concern at the desk is noise. The same words in a ten-minute meeting you asked for are a proposal.\n\n**Bring one other person.** Not an army. Two people is a pattern, one is a mood.\n\n**Offer the first small step yourself.** \"Could we try a named person for breaks for two weeks, and I'll keep the list?\"\n\nAnd if it's about safety, you don't need to be liked to be right. Come and find one of us the same day.",
        reactions: [
          {
            emoji: "💯",
            by: [
              "gb-leah",
              "gb-aisha",
              "gb-callum",
              "gb-sinead",
              "gb-beth",
              "gb-hannah",
              "gb-maricel",
              "gb-anneka",
            ],
          },
          { emoji: "value:trustworthiness", by: ["gb-gareth", "gb-joanne"] },
        ],
      },
      {
        by: "gb-leah",
        at: "-126d 21:44",
        body: '"Two people is a pattern, one is a mood." OK. Booking ten minutes. Anneka on another unit has the same thing so I\'ll borrow her numbers.',
        quote: 6,
      },
      {
        by: "gb-anneka",
        at: "-126d 21:50",
        body: "Take them. They're depressing but they're tidy.",
        reactions: [{ emoji: "😄", by: ["gb-leah", "gb-dean"] }],
      },
      {
        by: "gb-leah",
        at: "-101d 20:20",
        body: "Update. Ten minutes became twenty-five. We're trialling a named person for breaks for two weeks. My manager said \"why didn't you come to me before\" and I managed not to say anything 🫠",
        reactions: [
          {
            emoji: "🎉",
            by: ["gb-patience", "gb-aisha", "gb-callum", "gb-anneka", "gb-sinead", "gb-joanne"],
          },
          { emoji: "value:celebrating-success", by: ["gb-grace", "gb-fiona"] },
        ],
      },
      {
        by: "gb-leah",
        at: "-84d 20:05",
        body: "Trial's over. It's staying. Someone called me \"a bit much\" again but this time with a biscuit.",
        reactions: [
          { emoji: "😂", by: ["gb-callum", "gb-dean", "gb-chloe", "gb-beth", "gb-sinead"] },
          { emoji: "❤️", by: ["gb-patience", "gb-aisha", "gb-anneka"] },
        ],
      },
    ],
  },
  {
    title: "The change that failed: my very clever whiteboard",
    kind: "DISCUSSION",
    messages: [
      {
        by: "gb-dean",
        at: "-111d 18:30",
        body: "I'll go first. I designed a whiteboard. Magnets. Five colours. A key. I laminated the key. I used it. Only me. For eleven weeks.",
        reactions: [
          { emoji: "😂", by: ["gb-sinead", "gb-callum", "gb-priya", "gb-chloe", "gb-maricel"] },
        ],
      },
      { by: "gb-priya", at: "-111d 18:45", body: "I have to ask. What did the fifth colour mean?" },
      {
        by: "gb-dean",
        at: "-111d 18:47",
        body: "I no longer know.",
        reactions: [{ emoji: "😂", by: ["gb-priya", "gb-beth", "gb-jerome", "gb-hannah"] }],
      },
      {
        by: "gb-joanne",
        at: "-111d 20:00",
        body: "Thank you Dean, that takes nerve. When did you first suspect?",
      },
      {
        by: "gb-dean",
        at: "-111d 20:15",
        body: 'Week one. A colleague said "ooh lovely" and then wrote on a paper towel. I decided she needed training.',
        reactions: [
          { emoji: "value:trustworthiness", by: ["gb-joanne", "gb-patience", "gb-gareth"] },
        ],
      },
      {
        by: "gb-jerome",
        at: "-110d 07:40",
        body: "The paper towel was the user research.",
        reactions: [{ emoji: "💯", by: ["gb-dean", "gb-priya", "gb-grace", "gb-tomos"] }],
      },
      {
        by: "gb-maricel",
        at: "-110d 13:10",
        body: "In my first ward here I was the one with the paper towel 😊 The board had abbreviations that everybody knew except those of us who were new. I was too shy to ask. So I wrote my own.",
        reactions: [
          { emoji: "value:inclusivity", by: ["gb-dean", "gb-patience", "gb-nadia", "gb-yusuf"] },
        ],
      },
      {
        by: "gb-dean",
        at: "-110d 18:20",
        body: "That's stopped me in my tracks a bit. It never crossed my mind that it could be a language thing.",
        quote: 6,
      },
      {
        by: "gb-yusuf",
        at: "-110d 18:55",
        body: "Same here, my first year. I had a whole notebook of letters. I still think half of them are made up.",
        reactions: [{ emoji: "😄", by: ["gb-maricel", "gb-nadia"] }],
      },
      {
        by: "gb-nadia",
        at: "-109d 07:15",
        body: "Moi aussi! Ask the newest person to design it. Seriously. Petit à petit, l'oiseau fait son nid.",
        reactions: [{ emoji: "value:collaboration", by: ["gb-maricel", "gb-jerome", "gb-dean"] }],
      },
      {
        by: "gb-dean",
        at: "-79d 19:00",
        body: "So. Maricel's idea, our newest starter's drawing: one column, whole words, no magnets. Everyone uses it. I kept one magnet for sentimental reasons.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "gb-maricel",
              "gb-yusuf",
              "gb-nadia",
              "gb-joanne",
              "gb-priya",
              "gb-sinead",
              "gb-jerome",
            ],
          },
          { emoji: "value:celebrating-success", by: ["gb-patience"] },
        ],
      },
    ],
  },
];
