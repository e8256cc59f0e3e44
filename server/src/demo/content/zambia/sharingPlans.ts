// One body of text: the Zambia group on its call, its good news and telling a plan.
import type { DemoThread } from "../types.ts";

export const zambiaSharingPlans: DemoThread[] = [
  {
    title: "Group call at the end of the month: please acknowledge",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    messages: [
      {
        by: "zm-kelvin",
        at: "-18d 08:30",
        body: "Our call is on the last Friday of the month, 19:00 to 20:00, Lusaka time.\n\n1. What stays from handover (everybody, one line)\n2. Next topic: rotas, or speaking with headmen and committees\n3. Who would like to coordinate a topic with us\n\nWho has a poor link: you can listen by phone, and I write the notes here the same evening. Please acknowledge, so that I know whom to call.",
        reactions: [
          { emoji: "👍", by: ["zm-mutale", "zm-chanda", "zm-alick", "zm-precious", "zm-esther"] },
        ],
      },
      {
        by: "zm-nasilele",
        at: "-18d 18:30",
        body: "I will be on the hill with the phone. If I disappear, it was the battery and not your topic 😄",
        reactions: [{ emoji: "😂", by: ["zm-kelvin", "zm-bwalya", "zm-inonge"] }],
      },
      { by: "zm-choolwe", at: "-17d 06:12", body: "I am on duty. Can I send my line before?" },
      { by: "zm-kelvin", at: "-17d 06:40", body: "Yes please. Put it in the handover thread." },
      {
        by: "zm-chipo",
        at: "-16d 20:05",
        body: "I would like to coordinate number 2, if somebody does it with me. I am a bit afraid of it.",
        reactions: [{ emoji: "💪", by: ["zm-gracen", "zm-inonge", "zm-mercy"] }],
      },
      {
        by: "zm-inonge",
        at: "-16d 20:20",
        body: "I will do it with you, Chipo. Being a bit afraid is the right size.",
        reactions: [{ emoji: "❤️", by: ["zm-chipo", "zm-kunda"] }],
      },
    ],
  },
  {
    title: "Small good news of the week",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-chipo",
        at: "-140d 17:30",
        body: "Can we have a place only for good news? Small ones. I begin: the solar fridge works again, and it was not the fridge, it was a lizard.",
        reactions: [
          { emoji: "😂", by: ["zm-bwalya", "zm-mutale", "zm-sepiso", "zm-kunda", "zm-thandiwe"] },
          { emoji: "🎉", by: ["zm-loveness"] },
        ],
      },
      {
        by: "zm-thandiwe",
        at: "-140d 18:00",
        body: "Yes please. This thread has no lessons. Only good news.",
        reactions: [{ emoji: "❤️", by: ["zm-chipo", "zm-gracen", "zm-peggy"] }],
      },
      {
        by: "zm-alick",
        at: "-121d 15:02",
        body: "We laid the new theatre floor. I can push the trolley straight for the first time since 2019.",
        reactions: [{ emoji: "👏", by: ["zm-kelvin", "zm-mulenga"] }],
      },
      {
        by: "zm-monde",
        at: "-104d 06:30",
        body: 'My in-charge said "thank you" in front of everybody. That\'s all. It was enough for the month.',
        reactions: [{ emoji: "value:compassion", by: ["zm-thandiwe", "zm-peggy", "zm-natasha"] }],
      },
      {
        by: "zm-bwalya",
        at: "-88d 19:15",
        body: "The motorbike has two tyres of the same size.",
        reactions: [
          { emoji: "🎉", by: ["zm-loveness", "zm-kunda", "zm-chanda", "zm-nasilele"] },
          { emoji: "😂", by: ["zm-chipo"] },
        ],
      },
      {
        by: "zm-natasha",
        at: "-73d 20:40",
        body: "I finished the first year of my diploma. With night shifts and a baby who also works nights.",
        reactions: [
          {
            emoji: "🎉",
            by: [
              "zm-thandiwe",
              "zm-inonge",
              "zm-kelvin",
              "zm-bwalya",
              "zm-nasilele",
              "zm-gracen",
              "zm-mercy",
              "zm-peggy",
            ],
          },
          { emoji: "value:celebrating-success", by: ["zm-kunda", "zm-sepiso"] },
        ],
      },
      {
        by: "zm-gracen",
        at: "-73d 20:55",
        body: "Natasha!!! Natasha sana, your name says it 😄",
        quote: 5,
        reactions: [{ emoji: "😄", by: ["zm-natasha", "zm-mutale"] }],
      },
      {
        by: "zm-nasilele",
        at: "-45d 18:20",
        body: "Water is low enough to walk to work again. 40 minutes and not 3 hours. The birds are also happy.",
        reactions: [{ emoji: "❤️", by: ["zm-inonge", "zm-monde", "zm-chipo"] }],
      },
      {
        by: "zm-mulenga",
        at: "-23d 07:10",
        body: "A student asked to come back to us after her exams. To *us*. We are not the beautiful ones.",
        reactions: [{ emoji: "👏", by: ["zm-kelvin", "zm-thandiwe", "zm-kunda"] }],
      },
      {
        by: "zm-peggy",
        at: "-7d 16:45",
        body: "We wrote the water lines for three weeks. Today somebody from the council came to look at the pipe **before** we sent anything. The chairlady could not keep a secret 😂",
        reactions: [
          { emoji: "🎉", by: ["zm-loveness", "zm-mwamba", "zm-nasilele", "zm-esther"] },
          { emoji: "value:celebrating-success", by: ["zm-thandiwe"] },
        ],
      },
      {
        by: "zm-mercy",
        at: "-2d 19:30",
        body: "My shopping list book now has eleven reflections between the tomatoes.",
        reactions: [
          { emoji: "😂", by: ["zm-sepiso", "zm-natasha", "zm-mwamba"] },
          { emoji: "❤️", by: ["zm-thandiwe"] },
        ],
      },
    ],
  },
  {
    title: "Telling the same plan to the headman, the mothers and the staff",
    kind: "DISCUSSION",
    messages: [
      {
        by: "zm-chipo",
        at: "-8d 19:00",
        body: "With Inonge I try to prepare our next topic. My real case: the clinic will open one evening a week, and close one morning for it. I must tell three: the headman, the mothers, our staff. I wrote one text. It is good for nobody.",
        reactions: [{ emoji: "value:curiosity", by: ["zm-thandiwe", "zm-bwalya"] }],
      },
      {
        by: "zm-inonge",
        at: "-8d 19:25",
        body: "Tell us in one sentence why you do it. Then we see what each one needs to hear.",
      },
      {
        by: "zm-chipo",
        at: "-8d 19:40",
        body: "So that those who sell at the market can come without losing a day of money.",
      },
      {
        by: "zm-bwalya",
        at: "-8d 19:58",
        body: "For the mothers say that sentence, nothing else. They don't need the plan, they need the evening.",
        reactions: [{ emoji: "💯", by: ["zm-chipo", "zm-gracen"] }],
      },
      {
        by: "zm-kelvin",
        at: "-7d 06:50",
        body: "For the headman: before. Not better words, only *earlier*. If he hears it from the market he can't agree any more even if he likes it.",
        reactions: [{ emoji: "💡", by: ["zm-chipo", "zm-inonge", "zm-loveness"] }],
      },
      {
        by: "zm-mwamba",
        at: "-7d 12:30",
        body: 'For staff I would begin with the cost. "We will lose a morning together and win an evening that is somebody\'s evening." They know anyway. Then they listen.',
      },
      {
        by: "zm-chipo",
        at: "-6d 18:44",
        body: "Kelvin I walked to the headman today. He asked only one thing: which evening is the church choir. I had not thought of the choir!!",
        quote: 4,
        reactions: [
          { emoji: "😂", by: ["zm-kelvin", "zm-inonge", "zm-mutale", "zm-nasilele"] },
          { emoji: "👏", by: ["zm-thandiwe"] },
        ],
      },
      {
        by: "zm-mercy",
        at: "-6d 19:10",
        body: "Mutu umodzi susenza denga 😄 One head does not carry a roof.",
      },
      {
        by: "zm-chipo",
        at: "-4d 20:00",
        body: "Staff meeting was harder. One said nothing and left early. I don't know if I should go after her or wait.",
      },
      {
        by: "zm-joseph",
        at: "-4d 20:21",
        body: "Go, but with a question and no answer in your bag.",
        reactions: [{ emoji: "value:compassion", by: ["zm-chipo", "zm-gracen"] }],
      },
      {
        by: "zm-chipo",
        at: "-2d 18:30",
        body: "I went. There is a reason, it is hers, and it stays with her. She will do the mornings. It was never about the plan.",
        reactions: [
          {
            emoji: "value:compassion",
            by: ["zm-inonge", "zm-thandiwe", "zm-joseph", "zm-peggy", "zm-natasha"],
          },
        ],
      },
      { by: "zm-nasilele", at: "-2d 19:05", body: "I am glad you went." },
      {
        by: "zm-inonge",
        at: "-1d 07:10",
        body: "Chipo, will you tell it like this in the call? The choir, and that you went with a question. That is the whole topic.",
        reactions: [{ emoji: "❤️", by: ["zm-bwalya", "zm-gracen"] }],
      },
    ],
  },
];
