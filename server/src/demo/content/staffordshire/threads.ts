// One body of text: what the Staffordshire group wrote to each other.
import type { DemoThread } from "../types.ts";

export const staffordshireThreads: DemoThread[] = [
  {
    title: "Starting together: dates and how we work",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "st-helen",
        at: "-120d 09:00",
        body: "Morning all. Ten of us, seven kinds of job, one patch.\n\n- First Wednesday of the month, 12:30 to 13:30, online. Bring lunch.\n- Between meetings, here. Ten minutes a week is plenty.\n- No patients, no families, no colleagues by name. Problems yes, people no.\n\nPlease acknowledge so Raj and I know the e-mail reached you.",
        reactions: [
          { emoji: "👍", by: ["st-carol", "st-laura", "st-stephen", "st-monique", "st-deborah"] },
        ],
      },
      {
        by: "st-carol",
        at: "-120d 12:40",
        body: "First Wednesday is panel for me. Could we alternate?",
      },
      {
        by: "st-raj",
        at: "-120d 13:05",
        body: "Yes. Odd months Wednesday, even months Thursday. Sorry, should have asked before announcing. Lesson one already.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["st-carol", "st-helen", "st-winston"] },
          { emoji: "👏", by: ["st-laura"] },
        ],
      },
      {
        by: "st-winston",
        at: "-119d 19:30",
        body: "A GP saying sorry on day one. I'm staying.",
        reactions: [{ emoji: "😂", by: ["st-raj", "st-carol", "st-ellie", "st-deborah"] }],
      },
      { by: "st-imran", at: "-119d 22:10", body: "Acknowledged. From a corridor." },
    ],
  },
  {
    title: "We all tell the same person to ring somebody else",
    kind: "DISCUSSION",
    messages: [
      {
        by: "st-carol",
        at: "-95d 17:30",
        body: "Not about any one case. A pattern: social care says ring the practice, the practice says ring the hospital, the hospital says ring social care. I drew it. It's a perfect circle.",
        reactions: [
          { emoji: "💯", by: ["st-deborah", "st-laura", "st-ellie", "st-winston"] },
          { emoji: "😬", by: ["st-raj"] },
        ],
      },
      {
        by: "st-deborah",
        at: "-95d 17:52",
        body: 'I run the middle of that circle. Reception gets the shouting. Could I say that "ring the practice" is what it says on three different leaflets, and none of them asked us?',
        reactions: [{ emoji: "value:curiosity", by: ["st-raj", "st-helen", "st-stephen"] }],
      },
      {
        by: "st-imran",
        at: "-95d 20:15",
        body: "One of those is ours. I signed it off. I've never thought where the phone rings.",
        reactions: [{ emoji: "value:trustworthiness", by: ["st-deborah", "st-carol", "st-helen"] }],
      },
      {
        by: "st-raj",
        at: "-94d 07:20",
        body: "What if we four just spent an hour with Deborah's phones? Not a working group. An hour.",
        reactions: [{ emoji: "👏", by: ["st-deborah", "st-carol", "st-laura"] }],
      },
      {
        by: "st-deborah",
        at: "-94d 08:00",
        body: "Monday 8 to 9. I'll provide headsets and sympathy.",
      },
      {
        by: "st-imran",
        at: "-86d 21:00",
        body: "I did the hour. I lasted 40 minutes. I apologise to every receptionist I've ever met.",
        reactions: [
          { emoji: "😂", by: ["st-deborah", "st-raj", "st-carol", "st-ellie", "st-monique"] },
          { emoji: "❤️", by: ["st-deborah", "st-helen"] },
        ],
      },
      {
        by: "st-stephen",
        at: "-85d 09:10",
        body: "So we've pulled the leaflet. What goes in its place?",
      },
      {
        by: "st-carol",
        at: "-85d 12:30",
        body: "One number, answered by a person from each of us in turn. Don't laugh. Just for four weeks, just two mornings.",
        reactions: [{ emoji: "💡", by: ["st-raj", "st-deborah", "st-imran", "st-laura"] }],
      },
      {
        by: "st-deborah",
        at: "-50d 17:45",
        body: "Four weeks done. The shouting on those mornings has halved (I count it with a tally on a Post-it, it's not science). More than that: I know Carol's voice now. I can ring *her*.",
        reactions: [
          {
            emoji: "🎉",
            by: ["st-carol", "st-raj", "st-imran", "st-helen", "st-stephen", "st-ellie"],
          },
          { emoji: "value:collaboration", by: ["st-winston", "st-laura"] },
        ],
      },
    ],
  },
  {
    title: "How do you tell a team that their service is merging, when you don't know the details?",
    kind: "QUESTION",
    acceptedIndex: 3,
    messages: [
      {
        by: "st-stephen",
        at: "-70d 18:10",
        body: "I've got 40 people. They know that I know something. I know about a third. I've been told to wait for \"the comms\". Every day I wait, somebody else makes up a version.",
        reactions: [{ emoji: "🙏", by: ["st-monique", "st-laura"] }],
      },
      {
        by: "st-laura",
        at: "-70d 18:40",
        body: "As one of the people who gets told: the waiting is worse than the news. We can smell a meeting you've come out of.",
        reactions: [{ emoji: "💯", by: ["st-ellie", "st-deborah", "st-stephen"] }],
      },
      {
        by: "st-monique",
        at: "-70d 19:00",
        body: "What are you *allowed* to say? Have you asked that, or assumed it?",
        reactions: [{ emoji: "value:curiosity", by: ["st-helen"] }],
      },
      {
        by: "st-winston",
        at: "-70d 20:20",
        body: "Three lists on one sheet of paper. What I know. What I don't know. When I'll next tell you, even if there's nothing. Then keep the third one like a promise to a child. I've been through four mergers and the only manager I'd follow into a fifth did that every Friday at two. Some Fridays it took 90 seconds.",
        reactions: [
          {
            emoji: "💯",
            by: ["st-stephen", "st-laura", "st-monique", "st-carol", "st-raj", "st-ellie"],
          },
          { emoji: "value:trustworthiness", by: ["st-helen", "st-deborah"] },
        ],
      },
      {
        by: "st-stephen",
        at: "-70d 20:45",
        body: "Friday at two. Right. I've asked what I may say and it's much more than I'd assumed.",
        quote: 3,
        reactions: [{ emoji: "👏", by: ["st-monique"] }],
      },
      {
        by: "st-stephen",
        at: "-42d 15:10",
        body: 'Four Fridays. Last one I had nothing and said so. Somebody said "thanks for nothing" and the whole room laughed, me included. It was the best moment since this started.',
        reactions: [
          { emoji: "😂", by: ["st-winston", "st-laura", "st-raj", "st-imran"] },
          { emoji: "value:celebrating-success", by: ["st-helen", "st-monique"] },
        ],
      },
    ],
  },
  {
    title: "What I'd try again, and what I wouldn't",
    kind: "DISCUSSION",
    messages: [
      {
        by: "st-helen",
        at: "-22d 09:00",
        body: "We're half way. One thing each: what did you try that you would do again, and one you wouldn't?",
      },
      {
        by: "st-ellie",
        at: "-22d 12:15",
        body: "Again: asking a patient group to set the first agenda item. Wouldn't: setting the other eleven myself.",
        reactions: [{ emoji: "😄", by: ["st-helen", "st-carol"] }],
      },
      {
        by: "st-laura",
        at: "-21d 18:00",
        body: "Again: saying \"I disagree and I'll still help\". Wouldn't: saying it by e-mail at 23:00.",
        reactions: [
          { emoji: "😂", by: ["st-raj", "st-stephen", "st-monique"] },
          { emoji: "💯", by: ["st-winston"] },
        ],
      },
      {
        by: "st-monique",
        at: "-20d 08:30",
        body: "Again: shadowing Winston's night team. Wouldn't: heels.",
        reactions: [{ emoji: "😂", by: ["st-winston", "st-ellie", "st-deborah"] }],
      },
      {
        by: "st-raj",
        at: "-14d 07:15",
        body: "Again: the hour at the phones. Every quarter. Wouldn't: a launch event for something that doesn't exist yet.",
        reactions: [
          { emoji: "😬", by: ["st-stephen"] },
          { emoji: "👏", by: ["st-deborah", "st-imran"] },
        ],
      },
      {
        by: "st-imran",
        at: "-1d 21:40",
        body: "Again: being quiet for the first ten minutes. Still learning what to do with my face.",
        reactions: [{ emoji: "😂", by: ["st-helen", "st-ellie"] }],
      },
    ],
  },
];
