// One body of text: the Nepal group on leading friends and sharing the walks.
import type { DemoThread } from "../types.ts";

export const nepalLeadingFriends: DemoThread[] = [
  {
    title: "नमस्ते, and how we work together here",
    kind: "ANNOUNCEMENT",
    askAcknowledgement: true,
    pinned: true,
    messages: [
      {
        by: "np-sarita",
        at: "-145d 07:00",
        body: "नमस्ते सबैलाई 🙏 Welcome to the Nepal group.\n\nWe are from the mountains, the hills and the Terai, so each of us knows something that the others do not.\n\n- No patient and no village by name.\n- Nepali, Maithili, Newar, English, mixed: all fine.\n- Who has network only on the roof: nobody expects a fast answer.\n\nPlease acknowledge.",
        reactions: [
          {
            emoji: "🙏",
            by: ["np-pratima", "np-asmita", "np-anju", "np-nirmala", "np-mina", "np-puja"],
          },
          { emoji: "❤️", by: ["np-kalpana", "np-sunita"] },
        ],
      },
      { by: "np-pratima", at: "-144d 16:30", body: "Network on the roof is exactly me 😄" },
      {
        by: "np-kiran",
        at: "-144d 17:05",
        body: "ज्वजलपा! Welcome. I collect your questions for our first topic. One line each please.",
        reactions: [{ emoji: "🙏", by: ["np-rojina"] }],
      },
      {
        by: "np-sunita",
        at: "-144d 18:10",
        body: "My line: how to say no to extra work without feeling guilty for a week.",
        reactions: [{ emoji: "🙋", by: ["np-manju", "np-deepa", "np-gita", "np-anju"] }],
      },
      {
        by: "np-suman",
        at: "-143d 05:50",
        body: "Mine: handover with doctors who talk while walking away.",
      },
      {
        by: "np-asmita",
        at: "-143d 06:15",
        body: "Mine: being in charge of friends.",
        reactions: [{ emoji: "🙋", by: ["np-puja", "np-sabina", "np-laxmi"] }],
      },
    ],
  },
  {
    title: "Being in charge of my friends",
    kind: "QUESTION",
    acceptedIndex: 5,
    messages: [
      {
        by: "np-asmita",
        at: "-131d 19:40",
        body: "Since two months I make the duty list for people I studied with. We shared one room and one rice cooker. Now when I come to the tea table they stop talking. What did you do?",
        reactions: [{ emoji: "value:compassion", by: ["np-bimala", "np-sabina", "np-laxmi"] }],
      },
      {
        by: "np-laxmi",
        at: "-131d 20:02",
        body: "मेरो पनि त्यस्तै भयो। It hurts. I have no answer, only the same.",
        reactions: [{ emoji: "❤️", by: ["np-asmita"] }],
      },
      {
        by: "np-hari",
        at: "-131d 20:15",
        body: "I gave my friends the good shifts at the start. Big mistake. Then the others stopped talking too 😅",
        reactions: [{ emoji: "😅", by: ["np-suman", "np-ishwori", "np-gita"] }],
      },
      {
        by: "np-asmita",
        at: "-131d 20:20",
        body: "I did the opposite, I gave my friends the worst, to be fair. They are angry, with reason.",
      },
      {
        by: "np-bimala",
        at: "-130d 06:40",
        body: "Did you ever say it aloud to them? That it is strange for you too?",
      },
      {
        by: "np-sarita",
        at: "-130d 07:10",
        body: 'I would meet them once, outside, and say three things. "This is strange for me. I will treat the list the same for everybody and you can look at how I make it. And I miss the tea." Then make the list open: hang up the rules, four or five, and make it where they can see. You cannot be the friend *and* hide the list.',
        reactions: [
          { emoji: "💯", by: ["np-asmita", "np-hari", "np-laxmi", "np-puja", "np-bimala"] },
          { emoji: "value:trustworthiness", by: ["np-kiran", "np-mina"] },
        ],
      },
      {
        by: "np-asmita",
        at: "-117d 18:55",
        body: 'I said it on the bus stop, all three sentences. The third one was the hard one. One said "we thought that you do not want to sit with us any more". So we both waited at two tables.',
        reactions: [
          {
            emoji: "❤️",
            by: ["np-sarita", "np-bimala", "np-laxmi", "np-sabina", "np-puja", "np-nirmala"],
          },
          { emoji: "value:compassion", by: ["np-manju"] },
        ],
      },
      {
        by: "np-asmita",
        at: "-117d 19:01",
        body: "And the rules hang beside the kettle. Somebody corrected my spelling. I take it as peace.",
        reactions: [{ emoji: "😂", by: ["np-hari", "np-suman", "np-kiran"] }],
      },
      {
        by: "np-laxmi",
        at: "-117d 19:30",
        body: "धेरै धन्यवाद for telling the end. I am going to the bus stop as well.",
      },
    ],
  },
  {
    title: "Rota when half of the team walks",
    kind: "DISCUSSION",
    messages: [
      {
        by: "np-kalpana",
        at: "-104d 16:00",
        body: "Two of us live near. Three walk between two and four hours. On paper all five are the same. In the rain they are not the same.",
      },
      {
        by: "np-pratima",
        at: "-104d 17:20",
        body: 'हाम्रोमा पनि त्यस्तै छ। We count "walks" now, not only duties. Each has a number of walks in a month. Who lives near takes more short duties, who lives far takes fewer but longer.',
        reactions: [{ emoji: "💡", by: ["np-kalpana", "np-sarita", "np-bishnu", "np-anju"] }],
      },
      {
        by: "np-deepa",
        at: "-104d 18:40",
        body: "And who lives near doesn't feel punished?",
        reactions: [{ emoji: "value:curiosity", by: ["np-kalpana"] }],
      },
      {
        by: "np-pratima",
        at: "-104d 18:52",
        body: "In the first month yes. Then I walked home with one of them, she carried her bag four hours. After this she said nothing any more. And then *she* made the numbers better.",
        quote: 2,
        reactions: [{ emoji: "value:inclusivity", by: ["np-deepa", "np-bimala", "np-kalpana"] }],
      },
      {
        by: "np-manju",
        at: "-103d 07:00",
        body: "In the city we have the same with buses and traffic. Nobody counts it. I will bring this to us.",
      },
      {
        by: "np-bishnu",
        at: "-103d 08:11",
        body: "Careful with one thing. When I counted walks, somebody who moved nearer lost his long weekends and was angry. Say from the start for how long the rule is.",
        reactions: [{ emoji: "👍", by: ["np-pratima", "np-kiran"] }],
      },
      {
        by: "np-kalpana",
        at: "-88d 15:45",
        body: "We do it for three months and then look again. Written like this on the wall. First week: fewer sick calls. Can be chance.",
        reactions: [{ emoji: "🎉", by: ["np-pratima", "np-bishnu", "np-sarita"] }],
      },
      {
        by: "np-kalpana",
        at: "-30d 15:50",
        body: "Three months finished. We looked. All five want to keep it, one wants a change about festival days. It was not chance I think.",
        reactions: [
          { emoji: "value:celebrating-success", by: ["np-pratima", "np-bimala", "np-asmita"] },
          { emoji: "👏", by: ["np-deepa", "np-manju", "np-mina"] },
        ],
      },
    ],
  },
];
