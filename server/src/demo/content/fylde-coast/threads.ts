// One body of text: what the Fylde Coast group wrote to each other.
import type { DemoThread } from "../types.ts";

export const fyldeCoastThreads: DemoThread[] = [
  {
    title: "Welcome to the Fylde Coast group",
    kind: "ANNOUNCEMENT",
    pinned: true,
    messages: [
      {
        by: "fc-shabana",
        at: "-118d 10:15",
        body: "Hello everyone, and welcome. Linda, Peter and I will be coordinating. السلام عليكم and hiya.\n\nTwo house rules. Problems yes, people no. And no acronyms in your first sentence.",
        reactions: [{ emoji: "😄", by: ["fc-neil", "fc-janice", "fc-ruth", "fc-sheila"] }],
      },
      {
        by: "fc-neil",
        at: "-118d 14:02",
        body: "I've just had to delete my whole introduction.",
        reactions: [
          { emoji: "😂", by: ["fc-shabana", "fc-peter", "fc-tom", "fc-kevin", "fc-amara"] },
        ],
      },
      {
        by: "fc-sheila",
        at: "-118d 18:20",
        body: "Hello, I visit people at home and I've done so for 31 years. I'd like to learn to say less in meetings and be heard more.",
        reactions: [{ emoji: "❤️", by: ["fc-linda", "fc-ruth", "fc-janice"] }],
      },
      {
        by: "fc-amara",
        at: "-117d 20:30",
        body: "Sheila I have the opposite goal. Shall we swap?",
        reactions: [
          { emoji: "😂", by: ["fc-sheila", "fc-shabana"] },
          { emoji: "value:curiosity", by: ["fc-linda"] },
        ],
      },
    ],
  },
  {
    title: "Chest pain, low worry: changing a pathway across four organisations",
    kind: "DISCUSSION",
    messages: [
      {
        by: "fc-peter",
        at: "-99d 08:00",
        body: "Not the medicine, please, that's for the clinical group. The *leading* of it. We've got four organisations who each have a good reason to leave things as they are. Where would you start?",
      },
      {
        by: "fc-amara",
        at: "-99d 19:45",
        body: "With the reason. I'm one of the four. Mine is that if I change it and something's missed, it's my name. Nobody has said that aloud in two years of meetings.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["fc-peter", "fc-neil", "fc-linda", "fc-shabana"] },
          { emoji: "💯", by: ["fc-ruth"] },
        ],
      },
      {
        by: "fc-neil",
        at: "-98d 06:10",
        body: "Thank you for saying it. Ours is that we're measured on minutes, not on whether it was the right door.",
        reactions: [{ emoji: "💯", by: ["fc-peter", "fc-janice"] }],
      },
      {
        by: "fc-linda",
        at: "-98d 12:30",
        body: "So one's afraid for her name and one for his minutes. Both of those can be solved. \"Resistance to change\" can't be, because it isn't a thing.",
        reactions: [
          { emoji: "💡", by: ["fc-peter", "fc-tom", "fc-amara", "fc-kevin", "fc-shabana"] },
        ],
      },
      {
        by: "fc-kevin",
        at: "-97d 09:00",
        body: "I could write down who carries the risk in the trial period, in one paragraph, signed by all four. I've done it for less.",
        reactions: [{ emoji: "👏", by: ["fc-amara", "fc-neil", "fc-peter"] }],
      },
      {
        by: "fc-amara",
        at: "-97d 20:00",
        body: "If you get me that paragraph I'll start on Monday.",
      },
      {
        by: "fc-kevin",
        at: "-79d 16:10",
        body: "It took two weeks and 23 words. Four signatures.",
        reactions: [
          { emoji: "🎉", by: ["fc-amara", "fc-peter", "fc-neil", "fc-linda", "fc-shabana"] },
        ],
      },
      {
        by: "fc-peter",
        at: "-78d 07:40",
        body: "23 words after two years. I'm going to have a lie down.",
        reactions: [{ emoji: "😂", by: ["fc-kevin", "fc-janice", "fc-sheila", "fc-tom"] }],
      },
      {
        by: "fc-amara",
        at: "-36d 19:30",
        body: "Started, looked at every week, by all four together. The best part isn't in the numbers. Neil rang me to ask what I thought. In two years he'd never rung.",
        reactions: [
          { emoji: "❤️", by: ["fc-neil", "fc-linda", "fc-peter"] },
          { emoji: "value:collaboration", by: ["fc-shabana", "fc-ruth", "fc-kevin"] },
        ],
      },
      {
        by: "fc-neil",
        at: "-36d 20:15",
        body: "In my defence I didn't have the number.",
        reactions: [{ emoji: "😂", by: ["fc-amara", "fc-peter", "fc-janice"] }],
      },
    ],
  },
  {
    title: "How do you bring frailty learning to people who have no time to learn?",
    kind: "QUESTION",
    acceptedIndex: 2,
    messages: [
      {
        by: "fc-ruth",
        at: "-66d 13:00",
        body: "We've got a good half-day course. Nobody who needs it can come. The ones who can come are the ones who already know it.",
        reactions: [{ emoji: "💯", by: ["fc-sheila", "fc-janice"] }],
      },
      {
        by: "fc-tom",
        at: "-66d 17:20",
        body: "E-learning? I hate it, I'm just saying it before somebody else does.",
        reactions: [{ emoji: "😄", by: ["fc-ruth", "fc-kevin"] }],
      },
      {
        by: "fc-sheila",
        at: "-66d 18:40",
        body: "Cut it into twelve bits of ten minutes and bring it to *their* handover, in their kitchen, told by somebody from another service. I did my bit in a care home at six in the morning with the night staff. They'd never been offered anything. They taught me more than I taught them.",
        reactions: [
          { emoji: "💡", by: ["fc-ruth", "fc-tom", "fc-linda", "fc-amara", "fc-janice"] },
          { emoji: "value:inclusivity", by: ["fc-shabana", "fc-peter"] },
        ],
      },
      {
        by: "fc-ruth",
        at: "-66d 19:00",
        body: "Sheila. You said very little and I heard all of it.",
        quote: 2,
        reactions: [{ emoji: "❤️", by: ["fc-sheila", "fc-amara", "fc-linda"] }],
      },
      {
        by: "fc-janice",
        at: "-65d 08:10",
        body: "I'll take a bit. Number seven if nobody minds. Evenings.",
      },
      {
        by: "fc-ruth",
        at: "-29d 17:30",
        body: "Nine kitchens, 114 people, most of them at hours when no trainer has ever been seen. Budget: biscuits.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "fc-sheila",
              "fc-janice",
              "fc-tom",
              "fc-linda",
              "fc-kevin",
              "fc-shabana",
              "fc-peter",
            ],
          },
          { emoji: "value:celebrating-success", by: ["fc-amara", "fc-neil"] },
        ],
      },
    ],
  },
  {
    title: "A meeting I would like to un-have",
    kind: "DISCUSSION",
    messages: [
      {
        by: "fc-tom",
        at: "-17d 18:00",
        body: 'I told a room of people "we\'ve listened to you" and someone asked "what did we say?" and I couldn\'t answer. I\'d read the summary.',
        reactions: [
          { emoji: "😬", by: ["fc-kevin", "fc-peter"] },
          { emoji: "value:trustworthiness", by: ["fc-shabana", "fc-linda"] },
        ],
      },
      { by: "fc-janice", at: "-17d 18:40", body: "Oh Tom. What did you do?" },
      {
        by: "fc-tom",
        at: "-17d 19:05",
        body: 'I said "I\'ve read the summary". It got colder.',
        reactions: [{ emoji: "😂", by: ["fc-neil", "fc-sheila"] }],
      },
      {
        by: "fc-shabana",
        at: "-16d 09:20",
        body: "Would you go back? Same room, no slides, only a pen?",
        reactions: [{ emoji: "value:compassion", by: ["fc-ruth", "fc-linda"] }],
      },
      {
        by: "fc-tom",
        at: "-5d 20:00",
        body: "I went back. With a pen. They did say quite a lot. One of them checked my notes before I was allowed to leave.",
        reactions: [
          { emoji: "🎉", by: ["fc-shabana", "fc-janice", "fc-sheila", "fc-linda", "fc-ruth"] },
          { emoji: "😂", by: ["fc-peter", "fc-kevin"] },
        ],
      },
      {
        by: "fc-kevin",
        at: "-1d 17:15",
        body: "I'd like to hire that person.",
        reactions: [{ emoji: "😄", by: ["fc-tom", "fc-shabana"] }],
      },
    ],
  },
];
