// One body of text: the Somaliland group on nights alone and decisions of others.
import type { DemoThread } from "../types.ts";

export const somalilandSharingTheLoad: DemoThread[] = [
  {
    title: "Soo dhowow: our way of talking here",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "sl-amina",
        at: "-144d 08:30",
        body: "Soo dhowow dhammaantiin. Welcome, all of you.\n\nThis is a room with a door. What we say stays here. No patients, no families, no towns so small that one knows who it is.\n\nSoomaali, English, Carabi: waa isku mid. Write as you speak. Khadra, Mustafe and I read every day.\n\nPlease acknowledge so that we know you have seen it.",
        reactions: [
          {
            emoji: "🙏",
            by: [
              "sl-hodan",
              "sl-sahra",
              "sl-ifrah",
              "sl-ayaan",
              "sl-nimco",
              "sl-barkhad",
              "sl-filsan",
              "sl-liban",
            ],
          },
          { emoji: "❤️", by: ["sl-cawo", "sl-xamda"] },
        ],
      },
      {
        by: "sl-hodan",
        at: "-144d 17:10",
        body: "Mahadsanid. A room with a door is what I needed.",
      },
      { by: "sl-xamda", at: "-144d 18:00", body: "شكراً جزيلاً. Happy to be here." },
      { by: "sl-liban", at: "-144d 19:22", body: "Are voice notes coming? I write slowly 😅" },
      {
        by: "sl-mustafe",
        at: "-144d 20:01",
        body: "Not yet. Slow is fine, Liban. We are not going anywhere.",
        reactions: [{ emoji: "😄", by: ["sl-liban", "sl-ruun"] }],
      },
      { by: "sl-cawo", at: "-143d 07:15", body: "Waa run. Slow people think more." },
    ],
  },
  {
    title: "Three midwives, one night: how we share the load",
    kind: "DISCUSSION",
    messages: [
      {
        by: "sl-ifrah",
        at: "-122d 21:00",
        body: "In our MCH we are three. Whoever is on at night is alone. The next day she is in the market and people still ask her things. When is one not on duty?",
        reactions: [
          { emoji: "value:compassion", by: ["sl-amina", "sl-deqa", "sl-saynab", "sl-yaasmiin"] },
        ],
      },
      {
        by: "sl-deqa",
        at: "-122d 21:14",
        body: "Never 😔 my neighbour knocks with her phone in her hand.",
      },
      {
        by: "sl-khadra",
        at: "-121d 07:00",
        body: "When I was in the district I put a lamp outside the clinic. Lamp on: somebody is there, go to her. I told everybody for one month: do not ask the one who buys tomatoes, look at the lamp.",
        reactions: [{ emoji: "💡", by: ["sl-ifrah", "sl-deqa", "sl-fadumo", "sl-hodan"] }],
      },
      { by: "sl-fadumo", at: "-121d 12:30", body: "Did people listen?" },
      {
        by: "sl-khadra",
        at: "-121d 13:00",
        body: 'The children did. They shouted "look at the lamp" in the market. After that everybody.',
        reactions: [{ emoji: "😂", by: ["sl-ifrah", "sl-deqa", "sl-hodan", "sl-hibo"] }],
      },
      {
        by: "sl-ifrah",
        at: "-120d 19:40",
        body: "I love it. And between the three of us? We have one who always says yes and now she is ill.",
      },
      {
        by: "sl-saynab",
        at: "-120d 20:05",
        body: 'We say it in turns: "what did you not do this week, so that you can work next week?" It is a strange question. The first time nobody had an answer.',
        reactions: [{ emoji: "value:curiosity", by: ["sl-ifrah", "sl-amina", "sl-mustafe"] }],
      },
      {
        by: "sl-yaasmiin",
        at: "-119d 06:50",
        body: "I had no answer for two weeks. On the third I said: I did not wash the curtains. They clapped.",
        reactions: [
          { emoji: "👏", by: ["sl-saynab", "sl-ifrah", "sl-deqa", "sl-fadumo", "sl-amina"] },
        ],
      },
      {
        by: "sl-ifrah",
        at: "-97d 20:30",
        body: "The lamp hangs. My brother made it. Last night someone came to the lamp and not to my house. I slept. Alxamdulillaah.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "sl-khadra",
              "sl-deqa",
              "sl-amina",
              "sl-hodan",
              "sl-saynab",
              "sl-yaasmiin",
              "sl-ugbaad",
            ],
          },
          { emoji: "value:celebrating-success", by: ["sl-fadumo", "sl-sahra"] },
        ],
      },
      { by: "sl-deqa", at: "-97d 20:41", body: "I want a lamp." },
      {
        by: "sl-ifrah",
        at: "-97d 20:45",
        body: "He makes them for tea and conversation.",
        quote: 9,
      },
    ],
  },
  {
    title: "How do I communicate a change that I did not decide?",
    kind: "QUESTION",
    acceptedIndex: 6,
    messages: [
      {
        by: "sl-sahra",
        at: "-101d 18:00",
        body: 'From next month the shifts change from three to two in a day. It was decided above me. I must tell my team. I do not like it myself. If I say "they decided it", I am weak. If I say "it is good", I lie.',
        reactions: [{ emoji: "🙏", by: ["sl-filsan", "sl-najma", "sl-hibo"] }],
      },
      {
        by: "sl-filsan",
        at: "-101d 18:25",
        body: "I was told by a paper on the door. So anything is better than this.",
      },
      {
        by: "sl-barkhad",
        at: "-101d 19:00",
        body: "I would say it is good. A leader must stand behind it. Otherwise everybody chooses what to follow.",
      },
      {
        by: "sl-mustafe",
        at: "-101d 19:20",
        body: "Barkhad, and when they find out later what Sahra thought?",
        quote: 2,
        reactions: [{ emoji: "value:curiosity", by: ["sl-ayaan"] }],
      },
      { by: "sl-barkhad", at: "-101d 19:33", body: "Then they know that she's loyal." },
      {
        by: "sl-ayaan",
        at: "-101d 20:02",
        body: "Or that she can act well. I would stop believing her in other things.",
      },
      {
        by: "sl-amina",
        at: "-100d 07:10",
        body: 'There is a third way. Say what is decided, and what is not. "That it changes is decided. I did not decide it and I had questions about it, and I asked them. How we do it is ours. Who starts, how we hand over, when we look again: this we decide here, today." Then stop talking and let them be angry for ten minutes. Anger is also information.',
        reactions: [
          {
            emoji: "💯",
            by: ["sl-sahra", "sl-ayaan", "sl-filsan", "sl-hodan", "sl-khadra", "sl-nimco"],
          },
          { emoji: "value:trustworthiness", by: ["sl-mustafe", "sl-najma", "sl-idil"] },
        ],
      },
      {
        by: "sl-sahra",
        at: "-100d 12:00",
        body: '"Let them be angry for ten minutes." I\'m afraid of these ten minutes more than of the shifts.',
      },
      {
        by: "sl-khadra",
        at: "-100d 12:20",
        body: "Bring water. And a watch. Ten minutes are shorter than you think.",
        reactions: [{ emoji: "😄", by: ["sl-sahra", "sl-hibo"] }],
      },
      {
        by: "sl-barkhad",
        at: "-100d 17:45",
        body: "I have thought about it. With my way they are quiet. With this way they come along. It is not the same. I take my answer back.",
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["sl-amina", "sl-mustafe", "sl-sahra", "sl-khadra", "sl-ayaan"],
          },
        ],
      },
      {
        by: "sl-sahra",
        at: "-89d 18:40",
        body: 'It was seven minutes. I looked. Then the oldest one said "so, who starts?". We have our own rule for handover now, and a day in the calendar to look again. Aad baad u mahadsan tihiin.',
        reactions: [
          {
            emoji: "🎉",
            by: [
              "sl-amina",
              "sl-khadra",
              "sl-barkhad",
              "sl-filsan",
              "sl-najma",
              "sl-hodan",
              "sl-idil",
            ],
          },
          { emoji: "value:celebrating-success", by: ["sl-nimco", "sl-cawo"] },
        ],
      },
    ],
  },
];
