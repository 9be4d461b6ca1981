import type { AnsweringTexts } from "./texts.ts";

export const en: AnsweringTexts = {
  yearUntold: "The article does not tell the year.",
  dayUntold: "The article does not tell which day that was.",
  talk: {
    greeting:
      "Hello! I answer questions about visits, receptions and talks between Vietnamese provinces and China, with sources. Try: “Who received Ambassador Xiong Bo?”",
    help: "Ask in plain words about a visit, a reception or talks (who, when, where, what was discussed) and I quote the answer from the articles, with sources. For example: “Who led the Pingxiang delegation?” Lists: /visits, over time: /timeline, files: /export, all commands: /help.",
    thanks: "You are welcome. Ask me whenever you need more.",
    goodbye: "Goodbye!",
    complaint:
      "I am sorry that the answer was not what you needed. Please ask again in more detail (who, when, where), or press 👎 under the answer so that it can be reviewed.",
    praise: "Thank you! Ask me whenever you need more.",
    identity:
      "I am an automatic program: I find answers in the stored articles and quote them word for word with their sources. I do not make up text of my own.",
    maker:
      "I am a question-answering program about visits between Vietnamese localities and China, set up by whoever runs this bot. Every answer is quoted from an article with its source.",
    acknowledged: "All right. Ask me whenever you need more.",
    notMine:
      "That is not something I do: I only quote answers from articles about visits and talks; I do not write, translate, calculate or give opinions. Try: “Who received Ambassador Xiong Bo?”",
  },
  quotesOnly: "I do not summarize or translate, I only quote the articles",
  didYouMean: (w) => `Did you mean “${w}”?`,
  notThen: (w) =>
    `The articles tell of nothing like this at the time you ask about (${w}). The nearest:`,
  notNamed: (w) => `The articles do not name ${w} here. They say:`,
  yes: "Yes.",
  no: "No.",
  notTold: "I could not find this in the articles. They say:",
  publishedOn: (title, day) => `The article “${title}” appeared on ${day}.`,
  nothingSuch: "I could not find this in the articles I have.",
  whichVisit: "Which visit do you mean?",
  suchAs: "For example:",
  nothingMore: "The articles have no further details on this.",
};
