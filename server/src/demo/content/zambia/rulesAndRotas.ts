// One body of text: the Zambia group on its own rules and on rotas.
import type { DemoThread } from "../types.ts";

export const zambiaRulesAndRotas: DemoThread[] = [
  {
    title: "How we talk here: please read and acknowledge",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "zm-thandiwe",
        at: "-148d 09:00",
        body: "Welcome to the Zambia group. Twenty of us and three coordinators: Kelvin, Inonge and me.\n\nWhat we ask of each other:\n\n- Never a patient. No name, no village, no bed, no story that somebody could recognise.\n- We talk about **how we lead**, not about how we treat.\n- What is said here stays here.\n- Write in the language that you have. Somebody will help.\n\nPlease acknowledge when you have read it. Questions are welcome below.",
        reactions: [
          {
            emoji: "👍",
            by: [
              "zm-bwalya",
              "zm-nasilele",
              "zm-mutale",
              "zm-chipo",
              "zm-gracen",
              "zm-loveness",
              "zm-mwamba",
              "zm-choolwe",
            ],
          },
          { emoji: "❤️", by: ["zm-peggy", "zm-sepiso"] },
        ],
      },
      {
        by: "zm-chipo",
        at: "-148d 12:12",
        body: "Twalumba kapati. Can I share a photo of my rota if there are only first names on it?",
      },
      {
        by: "zm-thandiwe",
        at: "-148d 12:40",
        body: "Better without names, Chipo. Write A, B and C. It is a good habit for all of us.",
      },
      { by: "zm-kunda", at: "-147d 17:03", body: "And if I say something wrong by accident?" },
      {
        by: "zm-inonge",
        at: "-147d 17:30",
        body: "Then you withdraw it, and you tell one of us. Nobody is punished for being human here.",
        reactions: [
          { emoji: "value:trustworthiness", by: ["zm-kunda", "zm-natasha", "zm-bwalya"] },
        ],
      },
      { by: "zm-mercy", at: "-146d 06:20", body: "Zikomo kwambiri. I feel safe to start." },
    ],
  },
  {
    title: "Rota for three people. Is there any fair way?",
    kind: "QUESTION",
    acceptedIndex: 6,
    messages: [
      {
        by: "zm-bwalya",
        at: "-96d 18:20",
        body: "We are three nurses for a clinic that never closes. One has small children, one is studying, one is me. Every month I write the rota and every month somebody is not speaking to me. How do you do it?",
        reactions: [{ emoji: "🙏", by: ["zm-loveness", "zm-esther", "zm-choolwe"] }],
      },
      { by: "zm-loveness", at: "-96d 18:44", body: "I have the same three people I think 😅" },
      {
        by: "zm-choolwe",
        at: "-96d 19:02",
        body: "First question: why do **you** write it?",
        reactions: [{ emoji: "value:curiosity", by: ["zm-thandiwe", "zm-kelvin"] }],
      },
      { by: "zm-bwalya", at: "-96d 19:10", body: "Because nobody else wants to." },
      {
        by: "zm-esther",
        at: "-95d 06:15",
        body: "We rotate who writes it. When my turn came I understood why the last one looked so tired. Nobody complains now, because next month it is you.",
        reactions: [{ emoji: "👏", by: ["zm-bwalya", "zm-thandiwe", "zm-mwamba"] }],
      },
      {
        by: "zm-monde",
        at: "-95d 10:30",
        body: 'In our place we first write what **cannot** be. Everybody gets three "cannot" days. No reasons asked. Then the rest is only arithmetic.',
      },
      {
        by: "zm-mwamba",
        at: "-95d 12:50",
        body: "We did both together. Three steps:\n\n1. Everybody writes three days that cannot be. No reasons.\n2. Nights are shared first, everything else after. The nights are what people fight about.\n3. The one whose turn it is writes it, in pencil, and hangs it up for two days. Pencil is important.\n\nIt is not perfect. But for five months nobody stopped speaking.",
        reactions: [
          {
            emoji: "💯",
            by: ["zm-bwalya", "zm-loveness", "zm-choolwe", "zm-esther", "zm-monde", "zm-chipo"],
          },
          { emoji: "value:collaboration", by: ["zm-thandiwe", "zm-inonge"] },
        ],
      },
      {
        by: "zm-bwalya",
        at: "-95d 18:33",
        body: "Pencil! I always printed it. A printed rota looks like a law.",
        quote: 6,
      },
      {
        by: "zm-kelvin",
        at: "-94d 07:02",
        body: "And the in-charge must also take nights. I put myself for two. The mood changed more than any arithmetic.",
        reactions: [
          { emoji: "👏", by: ["zm-bwalya", "zm-mwamba", "zm-natasha", "zm-alick", "zm-mulenga"] },
        ],
      },
      {
        by: "zm-bwalya",
        at: "-60d 19:00",
        body: "After one month: two quarrels, both on the pencil paper, both finished before the month began. I accepted Mwamba's answer. Kelvin, my in-charge now takes one night. One 😄 but still.",
        reactions: [{ emoji: "🎉", by: ["zm-mwamba", "zm-kelvin", "zm-loveness", "zm-thandiwe"] }],
      },
      {
        by: "zm-loveness",
        at: "-59d 05:40",
        body: "I am starting on the first of the month. Pray for me.",
      },
      { by: "zm-mwamba", at: "-59d 06:10", body: "Pang'ono pang'ono." },
    ],
  },
];
