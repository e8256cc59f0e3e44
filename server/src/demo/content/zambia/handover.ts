// One body of text: the group's longest talk, kept whole so that it can be read from end to end.
import type { DemoThread } from "../types.ts";

export const zambiaHandover: DemoThread[] = [
  {
    title: "Handover at the end of nights",
    kind: "DISCUSSION",
    pinned: true,
    messages: [
      {
        by: "zm-thandiwe",
        at: "-34d 07:42",
        body: "Mwauka bwanji nonse. Our topic for the next weeks is **handover**.\n\nHow do you hand over when the person after you has already walked two hours to get here? Tell us what you tried, not what the guideline says.",
        reactions: [
          { emoji: "value:curiosity", by: ["zm-bwalya", "zm-chipo", "zm-gracen", "zm-mulenga"] },
          { emoji: "👍", by: ["zm-nasilele", "zm-kunda"] },
        ],
      },
      {
        by: "zm-bwalya",
        at: "-34d 08:03",
        body: "We started with a spoken list of three: who worries me, what I promised, what is missing from the cupboard. Five minutes, standing up.",
        reactions: [{ emoji: "👏", by: ["zm-mutale", "zm-nasilele", "zm-loveness", "zm-chanda"] }],
      },
      {
        by: "zm-bwalya",
        at: "-34d 08:04",
        body: "The third one changed the most. Nobody used to say it aloud.",
        reactions: [{ emoji: "💯", by: ["zm-nasilele", "zm-esther"] }],
      },
      {
        by: "zm-gracen",
        at: "-34d 12:20",
        body: "Same here. I asked the night team to draw the list instead of writing it, because two of us read different languages.",
        quote: 2,
        reactions: [{ emoji: "value:inclusivity", by: ["zm-thandiwe", "zm-inonge", "zm-bwalya"] }],
      },
      { by: "zm-chanda", at: "-34d 12:41", body: 'Draw? How do you draw "I promised"?' },
      {
        by: "zm-gracen",
        at: "-34d 13:02",
        body: 'A hand 😄 A hand means somebody is waiting for us to do something. A cupboard with a cross is missing stock. An eye is "look at this one first".',
        reactions: [
          { emoji: "😄", by: ["zm-chanda", "zm-natasha", "zm-kunda"] },
          { emoji: "❤️", by: ["zm-nasilele"] },
        ],
      },
      { by: "zm-chanda", at: "-34d 13:05", body: "Ok that is clever. I am stealing the hand." },
      {
        by: "zm-kelvin",
        at: "-34d 18:30",
        body: "As the one in charge I must confess. I used to read the book only and go. The night nurse stood there with everything in her head and I never asked.",
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["zm-bwalya", "zm-mwamba", "zm-thandiwe", "zm-sepiso"],
          },
        ],
      },
      {
        by: "zm-mwamba",
        at: "-33d 06:55",
        body: "Thank you for saying so, sir. Some of us have been that night nurse.",
      },
      {
        by: "zm-nasilele",
        at: "-33d 19:10",
        body: "Our problem is different. There is no person to hand over to. I finish, I lock, and the next one comes at noon when the boat comes.",
        reactions: [{ emoji: "value:compassion", by: ["zm-gracen", "zm-inonge", "zm-thandiwe"] }],
      },
      {
        by: "zm-inonge",
        at: "-33d 19:34",
        body: "Nasilele I know that river. What happens between you locking and noon?",
      },
      {
        by: "zm-nasilele",
        at: "-33d 19:40",
        body: "The guard knows everything. He hands over to my colleague. I only understood it when he was on leave and everything went wrong.",
        reactions: [{ emoji: "😮", by: ["zm-natasha", "zm-bwalya"] }],
      },
      {
        by: "zm-mulenga",
        at: "-33d 20:02",
        body: "So the guard is part of the team and nobody trained him!",
        reactions: [{ emoji: "💯", by: ["zm-thandiwe", "zm-esther", "zm-choolwe"] }],
      },
      {
        by: "zm-thandiwe",
        at: "-33d 20:15",
        body: "This is a leadership thing, not a paper thing. Who else hands over for you without anybody calling it that?",
      },
      {
        by: "zm-esther",
        at: "-33d 20:31",
        body: "The cleaner. She knows before me who did not sleep.",
      },
      {
        by: "zm-precious",
        at: "-33d 20:47",
        body: "The mothers in the waiting shelter 🙈 They tell the day shift everything.",
      },
      {
        by: "zm-loveness",
        at: "-32d 05:50",
        body: "Students! They are there at 6 when we are too tired to talk.",
      },
      {
        by: "zm-joseph",
        at: "-32d 09:12",
        body: 'Careful also. The guard and the cleaner must not carry what is private. They can say "the nurse wants you to look at the book first". Not more.',
        reactions: [
          {
            emoji: "value:trustworthiness",
            by: ["zm-thandiwe", "zm-kelvin", "zm-gracen", "zm-nasilele"],
          },
        ],
      },
      {
        by: "zm-nasilele",
        at: "-32d 10:05",
        body: 'True. I wrote three sentences for him that he may say. He liked it. He said "now I know what is not my business" 😅',
        quote: 17,
        reactions: [{ emoji: "😄", by: ["zm-joseph", "zm-bwalya", "zm-peggy"] }],
      },
      {
        by: "zm-choolwe",
        at: "-31d 16:40",
        body: 'Mwabuka buti. We are two clinics with one radio. I hand over by radio. But the radio is open, the whole district listens. So we made words. "The road is wet" means I am worried, call me by phone.',
        reactions: [
          { emoji: "😄", by: ["zm-mercy", "zm-alick"] },
          { emoji: "👏", by: ["zm-chanda", "zm-kunda", "zm-thandiwe"] },
        ],
      },
      {
        by: "zm-alick",
        at: "-31d 17:01",
        body: "The road is wet is beautiful. Ours was the opposite, we have a form with 31 boxes. Nobody fills it, everybody signs it.",
      },
      { by: "zm-sepiso", at: "-31d 17:20", body: "31 😂", quote: 20 },
      { by: "zm-kelvin", at: "-31d 18:00", body: "Who made the form?" },
      {
        by: "zm-alick",
        at: "-31d 18:03",
        body: "A committee. I was in the committee.",
        reactions: [
          { emoji: "😂", by: ["zm-sepiso", "zm-kelvin", "zm-natasha", "zm-mutale", "zm-bwalya"] },
        ],
      },
      {
        by: "zm-thandiwe",
        at: "-30d 07:15",
        body: "Alick, then you are the best person to change it. What would you keep of the 31?",
      },
      {
        by: "zm-alick",
        at: "-30d 07:44",
        body: "Four. The rest is in other books already. But if I say it in the committee the sister who wrote it will be hurt. She worked on it for months.",
      },
      {
        by: "zm-mercy",
        at: "-30d 08:10",
        body: "Ask her which four **she** would keep. Don't bring your four.",
        quote: 25,
        reactions: [
          { emoji: "value:collaboration", by: ["zm-alick", "zm-thandiwe", "zm-inonge"] },
          { emoji: "💡", by: ["zm-gracen", "zm-bwalya"] },
        ],
      },
      {
        by: "zm-alick",
        at: "-30d 08:12",
        body: "Hmm. Ok. I will try that on Thursday.",
        edited: "Hmm. Ok. I will try.",
      },
      {
        by: "zm-natasha",
        at: "-29d 21:30",
        body: 'Question from a tired person. What do you do when the next one is late and you have done 14 hours? I know I hand over badly then. I say "all fine" and run.',
        reactions: [
          { emoji: "value:compassion", by: ["zm-peggy", "zm-monde", "zm-joseph", "zm-precious"] },
        ],
      },
      {
        by: "zm-peggy",
        at: "-29d 21:48",
        body: 'We all said "all fine" once. I think the honest sentence is "I am too tired to be clear, please read the book and call me before I sleep".',
        reactions: [{ emoji: "❤️", by: ["zm-natasha", "zm-nasilele", "zm-kunda"] }],
      },
      {
        by: "zm-monde",
        at: "-29d 22:03",
        body: "I record my voice on the clinic phone while I still remember, at 5 in the morning. No names, nothing that says who. Then I delete it after handover.",
      },
      {
        by: "zm-joseph",
        at: "-29d 22:15",
        body: "Good idea, and check who else can open that phone. Ours is shared with the whole store room.",
        quote: 30,
      },
      {
        by: "zm-monde",
        at: "-29d 22:19",
        body: "You are right. I will ask about it first before I tell others to do it.",
      },
      {
        by: "zm-inonge",
        at: "-27d 09:00",
        body: "Something small that worked in our place: the tea. Whoever ends the night makes tea for whoever comes. You cannot drink tea and run away at the same time.",
        reactions: [
          {
            emoji: "☕",
            by: ["zm-thandiwe", "zm-chipo", "zm-gracen", "zm-peggy", "zm-natasha", "zm-esther"],
          },
          { emoji: "value:compassion", by: ["zm-nasilele"] },
        ],
      },
      { by: "zm-chipo", at: "-27d 09:22", body: "We have no tea but we have munkoyo 😄" },
      {
        by: "zm-kunda",
        at: "-27d 09:30",
        body: "Then everybody wants to work nights at your place.",
      },
      {
        by: "zm-mutale",
        at: "-26d 13:14",
        body: 'I tried the three lines of Bwalya this week. Day one: people laughed. Day two: the in-charge came late and missed it. Day three: she asked me "where is my list?" 🙌',
        reactions: [
          { emoji: "🎉", by: ["zm-bwalya", "zm-thandiwe", "zm-chanda", "zm-gracen"] },
          { emoji: "value:celebrating-success", by: ["zm-kelvin", "zm-inonge"] },
        ],
      },
      {
        by: "zm-bwalya",
        at: "-26d 13:40",
        body: "Natotela sana Mutale! What did you say when they laughed?",
      },
      {
        by: "zm-mutale",
        at: "-26d 13:52",
        body: "Nothing. I laughed also and went on with line one.",
        quote: 37,
        reactions: [{ emoji: "💪", by: ["zm-natasha", "zm-sepiso"] }],
      },
      {
        by: "zm-alick",
        at: "-25d 19:05",
        body: 'Report. I asked the sister which she would keep. She said five. Four were mine. She also said "finally somebody asks me, I hate page two". I am still surprised.',
        reactions: [
          {
            emoji: "🎉",
            by: ["zm-mercy", "zm-thandiwe", "zm-kelvin", "zm-bwalya", "zm-gracen", "zm-alick"],
          },
          { emoji: "value:collaboration", by: ["zm-inonge"] },
        ],
      },
      { by: "zm-mercy", at: "-25d 19:20", body: "😊😊" },
      {
        by: "zm-thandiwe",
        at: "-25d 20:01",
        body: "Please keep this story, all of you. It is mediating between views in three lines. Nobody won and the form lost.",
        reactions: [{ emoji: "💯", by: ["zm-mutale", "zm-choolwe", "zm-chanda"] }],
      },
      {
        by: "zm-mulenga",
        at: "-22d 06:12",
        body: "From emergency. We hand over to the ambulance and from the ambulance, so four times in a day the same story. Each time one thing falls off. I counted for a week. The thing that falls off is always what was **promised**.",
      },
      {
        by: "zm-gracen",
        at: "-22d 06:40",
        body: "The hand! ✋",
        reactions: [{ emoji: "✋", by: ["zm-chanda", "zm-bwalya", "zm-mulenga"] }],
      },
      {
        by: "zm-mulenga",
        at: "-22d 06:45",
        body: "Yes the hand. I drew it on the board yesterday. The driver asked what it was. Now the driver reminds me.",
      },
      {
        by: "zm-choolwe",
        at: "-20d 15:00",
        body: 'Did anybody have a handover change that made it worse? I will start. I asked for handover in writing **and** speaking. After two weeks they wrote "see what I said" and said "see what I wrote".',
        reactions: [
          { emoji: "😂", by: ["zm-mutale", "zm-natasha", "zm-peggy", "zm-bwalya", "zm-alick"] },
        ],
      },
      {
        by: "zm-esther",
        at: "-20d 15:22",
        body: "Ours became a meeting. 40 minutes. The night people started to cry.",
      },
      {
        by: "zm-sepiso",
        at: "-20d 15:35",
        body: "We put a bell. Everybody hated the bell. The bell is gone, nobody knows where. (I know where.)",
        reactions: [{ emoji: "😂", by: ["zm-esther", "zm-chipo", "zm-kunda", "zm-precious"] }],
      },
      {
        by: "zm-kelvin",
        at: "-20d 18:10",
        body: "For me worse was when I asked questions in front of everybody. I wanted to learn. They heard an exam. Now I ask after, walking together to the gate.",
        reactions: [{ emoji: "value:compassion", by: ["zm-thandiwe", "zm-mwamba", "zm-natasha"] }],
      },
      {
        by: "zm-natasha",
        at: "-20d 18:31",
        body: "To the gate is good. At the gate one can say things.",
        quote: 48,
      },
      {
        by: "zm-chanda",
        at: "-15d 07:20",
        body: 'Imiti ikula empanga. I showed the hand to the students and they made two more pictures in one day. A sun for "this one is ready to go home". A question mark for "I did not understand the plan and was shy to ask".',
        reactions: [
          { emoji: "value:celebrating-success", by: ["zm-gracen", "zm-thandiwe"] },
          { emoji: "❤️", by: ["zm-nasilele", "zm-peggy", "zm-bwalya", "zm-loveness"] },
        ],
      },
      {
        by: "zm-gracen",
        at: "-15d 07:45",
        body: "The question mark is the best one of all. I am going to use it myself, and I am eleven years here.",
        quote: 50,
      },
      {
        by: "zm-nasilele",
        at: "-9d 18:55",
        body: 'The guard is back from leave. I asked him what he changed in our three sentences. He said he added one: "Sister was smiling" or "Sister was not smiling". My colleague says this is the only one that she needs 😂',
        reactions: [
          { emoji: "😂", by: ["zm-bwalya", "zm-inonge", "zm-mutale", "zm-natasha", "zm-kunda"] },
          { emoji: "value:inclusivity", by: ["zm-thandiwe", "zm-gracen"] },
        ],
      },
      {
        by: "zm-inonge",
        at: "-9d 19:20",
        body: "Lu itumezi hahulu Nasilele. I read this to my team and they asked to meet the guard.",
      },
      {
        by: "zm-thandiwe",
        at: "-6d 07:30",
        body: "We come to the end of this topic next week. Please write in one or two lines: **what will you still be doing in three months?** Only what you believe.",
        reactions: [
          { emoji: "👍", by: ["zm-bwalya", "zm-mutale", "zm-chanda", "zm-esther", "zm-choolwe"] },
        ],
      },
      {
        by: "zm-mutale",
        at: "-5d 13:10",
        body: "Three lines, standing. And laughing when they laugh.",
      },
      { by: "zm-esther", at: "-5d 19:44", body: "No meeting. Tea." },
      {
        by: "zm-alick",
        at: "-4d 20:02",
        body: "Five boxes. With the sister who wrote the 31.",
        reactions: [{ emoji: "👏", by: ["zm-mercy", "zm-thandiwe"] }],
      },
      {
        by: "zm-natasha",
        at: "-3d 21:15",
        body: 'The honest sentence when I am tired. I said it twice already. The first time my voice was shaking. The second time the other one said "thank you, sit down, I read".',
        reactions: [
          {
            emoji: "value:compassion",
            by: ["zm-peggy", "zm-thandiwe", "zm-nasilele", "zm-gracen", "zm-monde"],
          },
          { emoji: "❤️", by: ["zm-kunda", "zm-bwalya"] },
        ],
      },
      {
        by: "zm-kelvin",
        at: "-2d 18:20",
        body: 'I read the book and then I ask "and what is in your head?". Then I wait. Waiting is the hard part.',
        reactions: [{ emoji: "value:curiosity", by: ["zm-mwamba", "zm-thandiwe"] }],
      },
      {
        by: "zm-choolwe",
        at: "-1d 06:40",
        body: "The road is wet. For ever.",
        reactions: [{ emoji: "😄", by: ["zm-chanda", "zm-kelvin"] }],
      },
      {
        by: "zm-gracen",
        at: "-1d 12:20",
        body: "The hand, the eye, the cupboard, the question mark. And I will ask every new person which picture is missing.",
      },
      {
        by: "zm-bwalya",
        at: "-1d 12:31",
        body: "I will try the question mark from Monday and tell you on Friday how it went. Umunwe umo tausala inda.",
      },
    ],
  },
];
