// One body of text: the Zambia group on asking for a bed and on a box that nobody used.
import type { DemoThread } from "../types.ts";

export const zambiaAskingAndFailing: DemoThread[] = [
  {
    title: "Asking the district office for a bed",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-loveness",
        at: "-84d 15:05",
        body: "We have asked for a second delivery bed for two years. Same letter each time. Same silence. Before I write number five I want to learn how to ask.",
        reactions: [{ emoji: "value:curiosity", by: ["zm-inonge", "zm-gracen"] }],
      },
      { by: "zm-inonge", at: "-84d 15:40", body: "May we see the letter? Without names." },
      {
        by: "zm-loveness",
        at: "-84d 16:02",
        body: "> We kindly request a delivery bed as the need is high. Your usual assistance is appreciated.\n\nThat is all of it.",
      },
      {
        by: "zm-mwamba",
        at: "-84d 16:20",
        body: "I worked six months in a district office. On my desk there were 60 letters like this one. I could not say no to any of them and I could not say yes either. There was nothing to hold on to.",
        reactions: [{ emoji: "😮", by: ["zm-loveness", "zm-bwalya", "zm-esther"] }],
      },
      {
        by: "zm-mwamba",
        at: "-84d 16:24",
        body: "The one that got something was from a clinic that wrote numbers for twelve weeks. Not beautiful. A page from an exercise book.",
      },
      { by: "zm-gracen", at: "-84d 19:15", body: "What numbers, for a bed?" },
      {
        by: "zm-mwamba",
        at: "-84d 19:30",
        body: "How often two needed it at the same time. One line a week. It was never about the bed. It was about the waiting.",
        reactions: [{ emoji: "💡", by: ["zm-loveness", "zm-nasilele", "zm-peggy"] }],
      },
      {
        by: "zm-nasilele",
        at: "-83d 18:50",
        body: "Also who else wants it for you? We took the chair of the neighbourhood health committee with us. She did not ask kindly 😄",
        reactions: [{ emoji: "😄", by: ["zm-loveness", "zm-bwalya", "zm-inonge"] }],
      },
      {
        by: "zm-kelvin",
        at: "-83d 20:00",
        body: "And find out *when* they make the plan. Our letters came after the budget each year. Nobody told us, and we did not ask.",
        reactions: [{ emoji: "💯", by: ["zm-loveness", "zm-thandiwe", "zm-chanda"] }],
      },
      {
        by: "zm-loveness",
        at: "-83d 20:11",
        body: "Nobody told me either. I am calling tomorrow.",
      },
      {
        by: "zm-loveness",
        at: "-82d 13:20",
        body: "Planning starts in seven weeks. Seven weeks is seven lines. We began today.",
        reactions: [{ emoji: "💪", by: ["zm-mwamba", "zm-kelvin", "zm-gracen", "zm-nasilele"] }],
      },
      { by: "zm-thandiwe", at: "-61d 08:00", body: "Loveness, how are the lines?" },
      {
        by: "zm-loveness",
        at: "-61d 17:44",
        body: "Three weeks, three lines. And something I did not expect. Since the staff count it together they talk about it together. Before it was my bed. Now it is our bed.",
        reactions: [
          {
            emoji: "value:collaboration",
            by: ["zm-thandiwe", "zm-mwamba", "zm-inonge", "zm-bwalya"],
          },
        ],
      },
      {
        by: "zm-esther",
        at: "-60d 06:00",
        body: '"My bed" 😂 sounds like you want to sleep.',
        reactions: [{ emoji: "😂", by: ["zm-loveness", "zm-chipo"] }],
      },
      { by: "zm-loveness", at: "-60d 06:03", body: "I also want to sleep." },
      {
        by: "zm-loveness",
        at: "-31d 14:30",
        body: "I presented. Four minutes, the page, and the chair of our committee beside me. They asked two questions and I could answer both. No yes yet. But the officer asked to keep the page.",
        reactions: [
          {
            emoji: "👏",
            by: [
              "zm-mwamba",
              "zm-kelvin",
              "zm-nasilele",
              "zm-gracen",
              "zm-thandiwe",
              "zm-inonge",
              "zm-bwalya",
            ],
          },
        ],
      },
      {
        by: "zm-loveness",
        at: "-12d 16:05",
        body: "WE GOT IT. Not new, it comes from another clinic that has two, and we fetch it ourselves. My brother has a truck.\n\nThe officer said: first time somebody gave me a reason that I could carry upstairs.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "zm-thandiwe",
              "zm-kelvin",
              "zm-inonge",
              "zm-bwalya",
              "zm-nasilele",
              "zm-mutale",
              "zm-gracen",
              "zm-mwamba",
              "zm-esther",
              "zm-chipo",
            ],
          },
          { emoji: "value:celebrating-success", by: ["zm-thandiwe", "zm-mwamba", "zm-gracen"] },
        ],
      },
      {
        by: "zm-mwamba",
        at: "-12d 17:00",
        body: '"A reason that I could carry upstairs." I will write this on my wall.',
        quote: 16,
        reactions: [{ emoji: "❤️", by: ["zm-loveness", "zm-thandiwe"] }],
      },
      {
        by: "zm-peggy",
        at: "-11d 06:35",
        body: "Congratulations my sister 🎊 We start our lines on Monday. Ours is about water.",
      },
    ],
  },
  {
    title: "A change that failed: the suggestion box",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-esther",
        at: "-70d 20:10",
        body: 'Thandiwe said failures are welcome, so here is mine.\n\nI made a suggestion box. Nice wood, a lock, my own money. In four months it got: two sweet papers, one love letter (not for me), and "the nurse with the box is proud".',
        reactions: [
          { emoji: "😂", by: ["zm-bwalya", "zm-chipo", "zm-kunda", "zm-sepiso", "zm-natasha"] },
          { emoji: "value:trustworthiness", by: ["zm-thandiwe", "zm-inonge"] },
        ],
      },
      { by: "zm-sepiso", at: "-70d 20:22", body: "Not for you 😂😂" },
      { by: "zm-esther", at: "-70d 20:25", body: "I was hurt only by the last one." },
      {
        by: "zm-thandiwe",
        at: "-70d 20:40",
        body: "Thank you for bringing it, Esther. What did you hope that the box would do?",
      },
      {
        by: "zm-esther",
        at: "-70d 20:58",
        body: "That people tell me what is wrong, without fear.",
      },
      {
        by: "zm-joseph",
        at: "-69d 07:10",
        body: "Maybe the lock said the opposite. A lock says: here are dangerous things.",
        reactions: [{ emoji: "💡", by: ["zm-esther", "zm-thandiwe", "zm-mulenga"] }],
      },
      {
        by: "zm-chanda",
        at: "-69d 07:32",
        body: "And many cannot write, or they write and somebody knows the hand.",
      },
      {
        by: "zm-precious",
        at: "-69d 12:15",
        body: "In our clinic people say everything on the bench outside. I sit there ten minutes at the end, with no book and no pen. It took three weeks until they spoke to me and not about me.",
        reactions: [{ emoji: "value:inclusivity", by: ["zm-esther", "zm-gracen", "zm-peggy"] }],
      },
      {
        by: "zm-esther",
        at: "-69d 19:02",
        body: "So I built a box for me and not for them. That's hard to write down.",
        quote: 4,
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["zm-precious", "zm-thandiwe", "zm-natasha", "zm-bwalya"],
          },
        ],
      },
      {
        by: "zm-kelvin",
        at: "-69d 19:40",
        body: "It is hard, and you did it anyway. I have three boxes like yours in my past. One of them was a whole department.",
        reactions: [{ emoji: "❤️", by: ["zm-esther"] }],
      },
      {
        by: "zm-esther",
        at: "-40d 18:15",
        body: "The box holds the spare chalk now. And I sit on the bench. Yesterday an old man told me that the gate opens too late for those who come by the first bus. Twelve minutes. We changed it the same day.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "zm-precious",
              "zm-joseph",
              "zm-thandiwe",
              "zm-chanda",
              "zm-bwalya",
              "zm-loveness",
            ],
          },
          { emoji: "value:celebrating-success", by: ["zm-inonge", "zm-kelvin"] },
        ],
      },
      {
        by: "zm-precious",
        at: "-40d 18:30",
        body: "Twelve minutes! All that wood for twelve minutes 😄",
        reactions: [{ emoji: "😄", by: ["zm-esther", "zm-sepiso"] }],
      },
    ],
  },
];
