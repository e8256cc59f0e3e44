// One body of text: what the combined cohort wrote to each other.
import type { DemoThread } from "../types.ts";

export const systemLeadersCombinedThreads: DemoThread[] = [
  {
    title: "Combined cohort: why we are mixed, and when we meet",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "st-raj",
        at: "-68d 09:00",
        body: "Twelve of us from four areas. We're mixed on purpose, by area and by job, so that nobody can say \"that's how it's done here\".\n\n- Three online afternoons, dates in the invitation\n- Groups of three between them, one from each of three areas\n- One real problem each that you can't solve alone\n\nPlease acknowledge. Margaret and I will call whoever hasn't by the end of the week, kindly.",
        reactions: [
          {
            emoji: "👍",
            by: ["su-kate", "su-femi", "fc-neil", "fc-ruth", "nc-becky", "nc-piotr", "st-deborah"],
          },
        ],
      },
      {
        by: "nc-piotr",
        at: "-68d 12:20",
        body: '"Kindly" sounds like a threat in Margaret\'s voice.',
        reactions: [{ emoji: "😂", by: ["nc-margaret", "nc-becky", "st-raj"] }],
      },
      {
        by: "su-sunil",
        at: "-67d 20:00",
        body: "Acknowledged, and looking forward. I'm told I should bring a front door.",
        reactions: [{ emoji: "😄", by: ["su-kate", "st-carol"] }],
      },
      {
        by: "fc-neil",
        at: "-67d 22:40",
        body: "Ambulance here. I'll bring several.",
        reactions: [{ emoji: "😂", by: ["su-sunil", "fc-ruth", "st-deborah"] }],
      },
    ],
  },
  {
    title: "One problem each: say it so that a stranger understands",
    kind: "DISCUSSION",
    messages: [
      {
        by: "nc-margaret",
        at: "-59d 08:00",
        body: "Write your problem in three sentences. No acronyms, no organisations, no blame. The person after you says back what they understood.",
        reactions: [{ emoji: "value:curiosity", by: ["st-carol", "su-kate", "fc-ruth"] }],
      },
      {
        by: "st-carol",
        at: "-59d 17:30",
        body: "Four services visit the same street on the same day and none of them knows. People there feel crowded on Mondays and alone on Thursdays. I'd like us to know about each other without another computer system.",
        reactions: [{ emoji: "💯", by: ["fc-neil", "nc-becky", "su-femi"] }],
      },
      {
        by: "su-femi",
        at: "-59d 19:10",
        body: "What I understood: it's not too little care, it's too much of it at once. And that you're tired of computers.",
        reactions: [{ emoji: "😄", by: ["st-carol", "st-raj"] }],
      },
      { by: "st-carol", at: "-59d 19:22", body: "Exactly both." },
      {
        by: "su-femi",
        at: "-58d 06:30",
        body: "Mine. New nurses leave us in the second year. In the first one we look after them and in the second one we forget that they're new. I want somebody to notice in month thirteen.",
        reactions: [{ emoji: "❤️", by: ["st-deborah", "nc-margaret", "su-kate"] }],
      },
      {
        by: "fc-neil",
        at: "-58d 07:00",
        body: "Understood: you hold their hand over the road and let go in the middle of it.",
        reactions: [{ emoji: "😮", by: ["su-femi", "st-raj", "fc-ruth"] }],
      },
      {
        by: "su-femi",
        at: "-58d 07:15",
        body: "I'm using that sentence with my board. Thank you. Also ouch.",
        quote: 5,
        reactions: [{ emoji: "❤️", by: ["fc-neil"] }],
      },
      {
        by: "fc-ruth",
        at: "-57d 18:00",
        body: "Mine: we ask people what matters to them, and write it in a place where nobody looks.",
        reactions: [
          { emoji: "💯", by: ["su-kate", "st-carol", "nc-becky", "fc-neil", "su-sunil"] },
        ],
      },
      { by: "nc-becky", at: "-57d 18:20", body: "Understood. Fully. Painfully." },
      {
        by: "st-carol",
        at: "-21d 17:10",
        body: 'Update from the street. No computer. One very old-fashioned sheet behind the chemist\'s counter, only with days and services, nothing about anyone. Four services sign in. It took the chemist to say "you do all come on Mondays".',
        reactions: [
          { emoji: "🎉", by: ["su-femi", "fc-neil", "nc-margaret", "st-raj", "nc-becky"] },
          { emoji: "value:celebrating-success", by: ["su-kate", "fc-ruth"] },
        ],
      },
    ],
  },
  {
    title: "How do you keep a group of three alive between the meetings?",
    kind: "QUESTION",
    acceptedIndex: 2,
    messages: [
      {
        by: "st-deborah",
        at: "-38d 13:00",
        body: "Our three met once and was lovely. Since then: three diaries, no overlap, much guilt.",
        reactions: [{ emoji: "🙋", by: ["nc-piotr", "su-sunil"] }],
      },
      {
        by: "nc-piotr",
        at: "-38d 17:40",
        body: "Same. We've now spent more time on finding a date than the meeting would last.",
        reactions: [{ emoji: "😂", by: ["st-deborah", "fc-ruth"] }],
      },
      {
        by: "su-kate",
        at: "-37d 09:30",
        body: "Ours doesn't meet. We walk. Each of us rings the next one on her way home once a week, ten minutes, one question: \"what are you avoiding?\" It goes round like a relay. If it doesn't happen nobody says sorry, the next one just starts again.",
        reactions: [
          { emoji: "💡", by: ["st-deborah", "nc-piotr", "fc-neil", "nc-margaret"] },
          { emoji: "value:compassion", by: ["st-carol", "su-femi"] },
        ],
      },
      {
        by: "st-deborah",
        at: "-37d 12:10",
        body: '"Nobody says sorry" is the bit I needed.',
        reactions: [{ emoji: "❤️", by: ["su-kate"] }],
      },
      {
        by: "st-deborah",
        at: "-10d 18:00",
        body: "Three weeks of relay. I was avoiding a conversation with a partner in the practice. I've had it. He'd been avoiding it too.",
        reactions: [
          { emoji: "🎉", by: ["su-kate", "nc-piotr", "st-raj"] },
          { emoji: "value:celebrating-success", by: ["nc-margaret", "su-sunil"] },
        ],
      },
    ],
  },
  {
    title: "Hello from the nurses' network: may we borrow from them?",
    kind: "DISCUSSION",
    messages: [
      {
        by: "su-femi",
        at: "-9d 20:00",
        body: "I hear there is a network of nurses and midwives in five countries, run by the same team, who talk about the same things. Handover, rotas, being heard. Does someone know if we could learn from them without being a nuisance?",
        reactions: [{ emoji: "value:curiosity", by: ["nc-margaret", "fc-ruth", "su-kate"] }],
      },
      {
        by: "st-raj",
        at: "-8d 08:15",
        body: "I've asked the programme manager. Their groups are theirs, so no looking in. But their coordinators could bring one thing to us and we one thing to them. With the story of where it comes from.",
        reactions: [{ emoji: "👍", by: ["su-femi", "nc-becky", "fc-ruth"] }],
      },
      {
        by: "fc-ruth",
        at: "-8d 12:20",
        body: "I'd offer the kitchens. Nine of them, at odd hours.",
      },
      {
        by: "nc-margaret",
        at: "-7d 07:00",
        body: "And I'd ask them how they lead where nobody can come because the road's gone. We think that we know about roads.",
        reactions: [
          { emoji: "😄", by: ["nc-becky", "nc-piotr"] },
          { emoji: "value:inclusivity", by: ["su-femi"] },
        ],
      },
      {
        by: "st-carol",
        at: "-1d 18:30",
        body: "I'd like to ask them nothing at first. Just to hear what they are proud of.",
        reactions: [{ emoji: "❤️", by: ["su-kate", "fc-ruth", "nc-margaret"] }],
      },
    ],
  },
];
