// One body of text: the Zambia group on speaking up, mediating and reflecting.
import type { DemoThread } from "../types.ts";

export const zambiaVoicesAndViews: DemoThread[] = [
  {
    title: "Speaking up when you are the youngest in the room",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-kunda",
        at: "-128d 21:05",
        body: "I am 24. In the staff meeting I have an idea, my heart beats, and then the moment has passed and somebody older says it. Every time. Does it end?",
        reactions: [
          { emoji: "value:compassion", by: ["zm-thandiwe", "zm-natasha", "zm-peggy"] },
          { emoji: "🙋", by: ["zm-sepiso", "zm-monde", "zm-precious"] },
        ],
      },
      { by: "zm-monde", at: "-128d 21:20", body: "I am 31 and still waiting 😄" },
      {
        by: "zm-thandiwe",
        at: "-128d 21:33",
        body: "I am 52 and it still beats, Kunda. Only I have learnt that others cannot hear it.",
        reactions: [{ emoji: "❤️", by: ["zm-kunda", "zm-nasilele", "zm-chipo", "zm-bwalya"] }],
      },
      {
        by: "zm-nasilele",
        at: "-127d 18:40",
        body: 'What helped me: I stopped bringing ideas and began bringing questions. "May I ask how it would be if..." An old sister can answer a question without losing anything.',
        reactions: [{ emoji: "💡", by: ["zm-kunda", "zm-sepiso", "zm-mutale"] }],
      },
      {
        by: "zm-peggy",
        at: "-127d 19:02",
        body: "I am not sure I agree. Then we teach the young ones to hide behind questions. Sometimes one must say: I think this is wrong.",
        reactions: [{ emoji: "value:curiosity", by: ["zm-thandiwe", "zm-inonge"] }],
      },
      {
        by: "zm-nasilele",
        at: "-127d 19:20",
        body: "Peggy you are right for when it is dangerous. For the colour of the curtains a question is enough.",
        quote: 4,
      },
      {
        by: "zm-mulenga",
        at: "-127d 19:41",
        body: 'In emergency we agreed on one word. If anybody says "stop", cleaner or doctor, everybody stops and looks. Nobody asks why before they stopped. It took a senior to propose it though. A junior could not have.',
        reactions: [{ emoji: "💯", by: ["zm-peggy", "zm-kunda", "zm-thandiwe", "zm-alick"] }],
      },
      {
        by: "zm-inonge",
        at: "-126d 07:15",
        body: 'That is the point for us seniors. We can ask the young one *before* the meeting. "Kunda, what do you think, and may I ask you in there?"',
        reactions: [
          {
            emoji: "value:inclusivity",
            by: ["zm-kunda", "zm-natasha", "zm-nasilele", "zm-gracen"],
          },
        ],
      },
      {
        by: "zm-alick",
        at: "-126d 08:00",
        body: "My matron speaks last. Always. It's a rule she made for herself. You can't imagine what people say when they don't know yet what she thinks.",
        reactions: [{ emoji: "👏", by: ["zm-inonge", "zm-thandiwe", "zm-kelvin"] }],
      },
      {
        by: "zm-kunda",
        at: "-110d 20:15",
        body: 'I said it. My hands were shaking under the table. It was about who fetches water at night. The in-charge said "why did nobody say this before".',
        reactions: [
          { emoji: "🎉", by: ["zm-nasilele", "zm-peggy", "zm-thandiwe", "zm-monde", "zm-inonge"] },
          { emoji: "value:celebrating-success", by: ["zm-mulenga"] },
        ],
      },
      { by: "zm-kunda", at: "-110d 20:16", body: "I had to laugh on the way home." },
      { by: "zm-mutale", at: "-110d 20:40", body: "Mwabombeni mukwai Kunda 🙌" },
      { by: "zm-natasha", at: "-109d 05:30", body: "This makes me want to try on Tuesday." },
    ],
  },
  {
    title: "Two views on visiting hours: how do I stand in the middle?",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-gracen",
        at: "-78d 13:00",
        body: "On our ward half of the team wants families to come any time. The other half wants one hour, because of noise and space. Both are good nurses. Both come to me separately and tell me how wrong the others are. I am not even in charge.",
        reactions: [{ emoji: "🙏", by: ["zm-precious", "zm-natasha"] }],
      },
      { by: "zm-inonge", at: "-78d 13:45", body: "When they come to you alone, what do you say?" },
      {
        by: "zm-gracen",
        at: "-78d 14:02",
        body: '"I understand." To both. I think each believes I am on her side.',
      },
      {
        by: "zm-chipo",
        at: "-78d 14:30",
        body: "Ooh. That will burn one day.",
        reactions: [{ emoji: "😬", by: ["zm-gracen", "zm-kunda"] }],
      },
      {
        by: "zm-joseph",
        at: "-78d 19:11",
        body: "Try to tell each one what the other is *afraid* of, not what she wants. What are they afraid of?",
        reactions: [{ emoji: "💡", by: ["zm-gracen", "zm-thandiwe", "zm-peggy"] }],
      },
      {
        by: "zm-gracen",
        at: "-78d 19:40",
        body: "The first ones are afraid that people feel alone. The second ones are afraid that they can't hear when somebody calls for help.",
      },
      {
        by: "zm-thandiwe",
        at: "-78d 20:00",
        body: "Read your own sentence again, Grace. Do those two fears fight?",
        quote: 5,
        reactions: [{ emoji: "value:curiosity", by: ["zm-joseph", "zm-inonge"] }],
      },
      {
        by: "zm-gracen",
        at: "-78d 20:14",
        body: "No 😮 They don't.",
        reactions: [{ emoji: "😮", by: ["zm-chipo", "zm-natasha", "zm-bwalya"] }],
      },
      {
        by: "zm-gracen",
        at: "-71d 12:30",
        body: "We sat down, seven of us, twenty minutes. I only asked: what are you afraid of? One cried. Then somebody said: what if one person may always stay, and the others come in the hour? We try it for two weeks. I wrote nothing on the board except the two fears.",
        reactions: [
          {
            emoji: "value:compassion",
            by: ["zm-inonge", "zm-thandiwe", "zm-joseph", "zm-nasilele", "zm-mercy"],
          },
          { emoji: "👏", by: ["zm-chipo", "zm-mutale", "zm-bwalya", "zm-esther"] },
        ],
      },
      {
        by: "zm-mercy",
        at: "-71d 13:05",
        body: "How did you get all seven in one room? This is my real question.",
      },
      {
        by: "zm-gracen",
        at: "-71d 13:20",
        body: "Groundnuts. And I asked the quietest one to invite the others.",
        quote: 9,
        reactions: [{ emoji: "😄", by: ["zm-mercy", "zm-peggy", "zm-kunda"] }],
      },
      {
        by: "zm-gracen",
        at: "-55d 12:40",
        body: 'After two weeks: we keep it, with one change. The hour moved to the afternoon because of the bus. And I don\'t say "I understand" any more when I mean "I am tired". I say "tell her that, I will come with you".',
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["zm-thandiwe", "zm-inonge", "zm-chipo", "zm-joseph"],
          },
          { emoji: "💯", by: ["zm-mutale", "zm-bwalya"] },
        ],
      },
      {
        by: "zm-precious",
        at: "-55d 18:00",
        body: '"Tell her that, I will come with you." Writing this down.',
      },
    ],
  },
  {
    title: "Reflective practice: what do you really write?",
    kind: "QUESTION",
    acceptedIndex: 5,
    messages: [
      {
        by: "zm-sepiso",
        at: "-52d 19:25",
        body: "I signed that I keep a reflective journal. I have the book. It has been empty for months and I feel like a thief. What do you write in it, honestly?",
        reactions: [{ emoji: "🙋", by: ["zm-kunda", "zm-monde", "zm-precious", "zm-natasha"] }],
      },
      {
        by: "zm-mercy",
        at: "-52d 19:50",
        body: "Mine has shopping lists. Sorry.",
        reactions: [{ emoji: "😂", by: ["zm-sepiso", "zm-chipo", "zm-bwalya"] }],
      },
      {
        by: "zm-mwamba",
        at: "-52d 20:10",
        body: "I used the long form with six headings. I did it four times, each time for an exam. Never when I needed it.",
      },
      {
        by: "zm-thandiwe",
        at: "-52d 20:30",
        body: "What would you want to remember from this week, Sepiso? Only one moment.",
      },
      {
        by: "zm-sepiso",
        at: "-52d 20:47",
        body: "That I was sharp with a student and she went quiet. I still see her face.",
      },
      {
        by: "zm-natasha",
        at: "-51d 05:20",
        body: "I write three lines on the bus:\n\n- what happened, without making myself better\n- what I felt in my stomach\n- what I will do, one thing\n\nIf the bus is full I do it in my head. Three lines is nothing. But I have 40 of them now and when I read them I see that I am always sharp when I did not eat.",
        reactions: [
          { emoji: "💡", by: ["zm-sepiso", "zm-mwamba", "zm-thandiwe", "zm-kunda", "zm-mercy"] },
          { emoji: "❤️", by: ["zm-peggy", "zm-nasilele"] },
        ],
      },
      {
        by: "zm-joseph",
        at: "-51d 07:00",
        body: "And no patient in it, also there. Write about you. The book can get lost on that bus.",
        reactions: [{ emoji: "👍", by: ["zm-natasha", "zm-thandiwe"] }],
      },
      {
        by: "zm-sepiso",
        at: "-50d 18:18",
        body: 'First three lines written. The one thing: I went to the student and said sorry. She said "I thought I was not made for nursing". Imagine, if I had not gone.',
        reactions: [
          {
            emoji: "value:compassion",
            by: ["zm-thandiwe", "zm-natasha", "zm-inonge", "zm-gracen", "zm-peggy", "zm-kunda"],
          },
          { emoji: "❤️", by: ["zm-bwalya", "zm-mutale", "zm-loveness", "zm-nasilele"] },
        ],
      },
      {
        by: "zm-mwamba",
        at: "-50d 18:40",
        body: "And I eat before the meeting now. Serious. Thank you Natasha 😄",
        quote: 5,
      },
    ],
  },
];
