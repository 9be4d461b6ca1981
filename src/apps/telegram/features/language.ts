import { Composer, InlineKeyboard } from "grammy";
import { LANGUAGES, languageOfTag, localeFor } from "../../../locale/index.ts";
import { buttons } from "../buttons.ts";
import { setChatMenu } from "../command-menu.ts";
import type { BotContext } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { tolerate } from "../middlewares/errors.ts";

/** Each language by its own name. */
const NAMES = { vi: "Tiếng Việt", en: "English", zh: "中文" } as const;

/** `/language`: the bot's own words in the language that a user chooses, in all chats. */
export function languageFeature(deps: FeatureDeps): Composer<BotContext> {
  const { readers } = deps;
  const feature = new Composer<BotContext>();

  feature.command("language", async (ctx) => {
    const { chooseLanguage, autoLanguage } = ctx.locale.following;
    const chosen = readers.language(ctx.from?.id ?? 0);
    const label = (text: string, isSet: boolean) => (isSet ? `✓ ${text}` : text);
    const keyboard = new InlineKeyboard();
    for (const language of LANGUAGES)
      keyboard.text(label(NAMES[language], chosen === language), buttons.language.data(language));
    keyboard.row().text(label(autoLanguage, chosen === null), buttons.language.data("auto"));
    await sendText(ctx, chooseLanguage, keyboard);
  });

  feature.callbackQuery(buttons.language.pattern, async (ctx) => {
    const [choice] = buttons.language.read(ctx.match);
    const language = choice === "auto" ? null : choice;
    readers.setLanguage(ctx.from.id, language);
    const reads = language ?? languageOfTag(ctx.from.language_code) ?? deps.language;
    const { languageChosen, languageAuto } = localeFor(reads).following;
    await tolerate(ctx.answerCallbackQuery());
    const told = language === null ? languageAuto : languageChosen;
    if (ctx.chat?.type !== "private") {
      // In a group the buttons stay for the others.
      await sendText(ctx, told);
      return;
    }
    await tolerate(ctx.editMessageText(told, NO_PREVIEW));
    await setChatMenu(ctx.api, ctx.chat.id, language, deps);
  });

  return feature;
}
