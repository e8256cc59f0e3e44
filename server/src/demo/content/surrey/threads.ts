// One body of text: what the Surrey group wrote to each other.
import type { DemoThread } from "../types.ts";

export const surreyThreads: DemoThread[] = [
  {
    title: "Making it easier to see a GP when talking is hard",
    kind: "DISCUSSION",
    messages: [
      {
        by: "su-kate",
        at: "-104d 10:00",
        body: "People with communication needs tell our team that the hardest part of primary care is the front door. The phone menu. The two minutes. The name called across a room. Who'd like to look at a front door with me?",
        reactions: [
          { emoji: "value:inclusivity", by: ["su-anna", "su-rosie", "su-femi", "su-sunil"] },
        ],
      },
      {
        by: "su-sunil",
        at: "-104d 13:10",
        body: "Come and look at mine. I warn you, I like my front door.",
        reactions: [{ emoji: "😄", by: ["su-kate", "su-zara"] }],
      },
      {
        by: "su-kate",
        at: "-97d 17:20",
        body: "We went, with two people who know it from the inside and were paid for their time. Eleven things. Nine of them cost nothing. Sunil went a bit pale at number four.",
      },
      {
        by: "su-sunil",
        at: "-97d 18:00",
        body: "Number four was me. I call names while walking. I've done it for nineteen years.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["su-kate", "su-anna", "su-michael"] },
          { emoji: "😄", by: ["su-femi"] },
        ],
      },
      {
        by: "su-jo",
        at: "-96d 09:15",
        body: "Can I ask the dull question: who decides on the nine, and who on the two?",
        reactions: [{ emoji: "value:curiosity", by: ["su-david"] }],
      },
      {
        by: "su-kate",
        at: "-96d 10:00",
        body: "Not dull. The nine: the practice. The two: whoever owns the phone system, and nobody knows who that is.",
      },
      {
        by: "su-david",
        at: "-96d 11:30",
        body: "I do, as it turns out. I found my own name in the contract. Let's talk.",
        reactions: [
          { emoji: "😂", by: ["su-kate", "su-jo", "su-zara", "su-anna", "su-sunil"] },
          { emoji: "🎉", by: ["su-rosie"] },
        ],
      },
      {
        by: "su-sunil",
        at: "-58d 19:00",
        body: "Nine done. I walk to people now and say hello first. My step count's up. So is, according to reception, the mood.",
        reactions: [
          { emoji: "🎉", by: ["su-kate", "su-anna", "su-michael", "su-femi", "su-zara"] },
          { emoji: "value:celebrating-success", by: ["su-jo", "su-rosie"] },
        ],
      },
      {
        by: "su-kate",
        at: "-57d 08:45",
        body: "Two other practices asked for the list. I said no list without the two people who made it. They've got bookings until summer.",
        reactions: [
          { emoji: "👏", by: ["su-michael", "su-sunil", "su-femi"] },
          { emoji: "value:inclusivity", by: ["su-anna"] },
        ],
      },
    ],
  },
  {
    title: "Chairing a meeting where two organisations have stopped believing each other",
    kind: "QUESTION",
    acceptedIndex: 4,
    messages: [
      {
        by: "su-michael",
        at: "-82d 18:30",
        body: "I've inherited a monthly meeting. Two teams, ten years of history. Everyone is very polite. Nothing is ever true.",
        reactions: [{ emoji: "😬", by: ["su-jo", "su-david"] }],
      },
      {
        by: "su-rosie",
        at: "-82d 19:00",
        body: '"Nothing is ever true" 😂 I\'ve been in that room. I may have been the politeness.',
        reactions: [{ emoji: "😂", by: ["su-michael", "su-zara"] }],
      },
      {
        by: "su-david",
        at: "-81d 08:00",
        body: "I'd get the data on one page. Hard to argue with a page.",
      },
      {
        by: "su-femi",
        at: "-81d 12:20",
        body: "With respect David, I've seen two teams argue for an hour about a page. They weren't arguing about the page.",
        reactions: [{ emoji: "💯", by: ["su-rosie", "su-kate", "su-michael"] }],
      },
      {
        by: "su-anna",
        at: "-81d 20:10",
        body: 'Before the next meeting see each lead alone, and ask one question: "what do you believe the other side thinks of you?" Write the answers down word for word. Ask if you may read them out, both or neither. In my experience they\'re wrong about each other in exactly the same way.',
        reactions: [
          { emoji: "💡", by: ["su-michael", "su-jo", "su-femi", "su-rosie"] },
          { emoji: "value:compassion", by: ["su-kate", "su-zara"] },
        ],
      },
      {
        by: "su-david",
        at: "-81d 21:00",
        body: "That is better than my page.",
        quote: 4,
        reactions: [{ emoji: "❤️", by: ["su-anna", "su-femi"] }],
      },
      {
        by: "su-michael",
        at: "-53d 17:40",
        body: 'Both said: "they think we don\'t care". Word for word, the same five words. I read them out. Long pause. Then someone said "well, that\'s embarrassing" and we cancelled the slides.',
        reactions: [
          { emoji: "🎉", by: ["su-anna", "su-femi", "su-rosie", "su-david", "su-kate", "su-jo"] },
          { emoji: "value:celebrating-success", by: ["su-sunil"] },
        ],
      },
    ],
  },
  {
    title: "The pilot that should have died sooner",
    kind: "DISCUSSION",
    closed: true,
    messages: [
      {
        by: "su-jo",
        at: "-45d 09:30",
        body: "I kept a pilot alive for nine months after everybody knew. I was proud of it, it had a logo. What does stopping well look like?",
        reactions: [{ emoji: "value:trustworthiness", by: ["su-anna", "su-michael", "su-david"] }],
      },
      {
        by: "su-zara",
        at: "-45d 12:00",
        body: "A funeral. I mean it. Sandwiches, what it gave us, what we bury, who gets the furniture.",
        reactions: [{ emoji: "😄", by: ["su-rosie", "su-femi", "su-kate"] }],
      },
      {
        by: "su-david",
        at: "-45d 13:15",
        body: "Agree on the day it ends on the day it starts. Renewing should be the effort, not stopping.",
        reactions: [{ emoji: "💯", by: ["su-jo", "su-zara", "su-sunil"] }],
      },
      {
        by: "su-kate",
        at: "-44d 08:20",
        body: "And tell the people who used it first, before the staff newsletter. I've been the one explaining it to a family who read it in the newsletter.",
        reactions: [{ emoji: "💡", by: ["su-jo", "su-anna"] }],
      },
      {
        by: "su-jo",
        at: "-26d 16:50",
        body: "We had the funeral. Sandwiches. Two of the ideas went to other teams with their parents. The logo is on a mug. I feel lighter than I have all year. Closing this thread as well, for practice 😄",
        reactions: [
          { emoji: "😂", by: ["su-zara", "su-david", "su-femi", "su-michael"] },
          { emoji: "value:celebrating-success", by: ["su-kate", "su-rosie"] },
        ],
      },
    ],
  },
  {
    title: "Visit day: spend half a day in somebody else's job",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    messages: [
      {
        by: "su-anna",
        at: "-12d 08:30",
        body: "Thank you to the seven who offered. Please choose one half day outside your own profession in the next six weeks. Rules: you carry something, you ask what people are proud of, you don't advise. Acknowledge here, and write who goes where below.",
        reactions: [{ emoji: "👍", by: ["su-rosie", "su-femi", "su-zara", "su-jo"] }],
      },
      {
        by: "su-zara",
        at: "-11d 12:45",
        body: "I'd like to go with Michael's team. I've never seen what happens after my letter arrives.",
      },
      {
        by: "su-michael",
        at: "-11d 13:00",
        body: "Your letter gets printed and put in a tray, Zara. Come and meet the tray.",
        reactions: [{ emoji: "😂", by: ["su-zara", "su-kate", "su-jo"] }],
      },
      {
        by: "su-david",
        at: "-3d 17:30",
        body: "I'm going with Femi on an early. She's told me to bring a second pair of socks and won't say why.",
        reactions: [{ emoji: "😄", by: ["su-femi", "su-rosie"] }],
      },
      {
        by: "su-femi",
        at: "-1d 06:10",
        body: "He'll find out.",
        reactions: [{ emoji: "😂", by: ["su-david", "su-anna"] }],
      },
    ],
  },
];
