/**
 * The commonest words of the languages that are written alike and for which there is a lexicon: articles, prepositions,
 * pronouns, forms of "to be". In prose every third to fifth word is one of them. A word may stand in several languages.
 */
const COMMON_WORDS = {
  de: `als auf aus bei das dass dem den der die ein eine einem einen einer für ich im ist kann mit nach nicht oder sich
    sind und über von wie wir wird wurde zu`,
  en: `an and are as be but by can for from has have how in is it not of on or that the their they this to was we were
    what when which with you your`,
  es: `como con de del el en es esta este fue la las lo los más para pero por que se son su también un una`,
  fr: `au aux avec ce cette dans de des du en est et il la le les ne nous ou par pas plus pour qui que sont sur un une
    vous`,
  pt: `ao as com como da das de do dos em esta este foi mais na nas no nos não os para pela pelo por que se seu são sua
    também um uma`,
} as const;

export type CommonLanguage = keyof typeof COMMON_WORDS;

/** In which languages a word, in lower case, is a common one. */
export const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly CommonLanguage[]> = languagesByWord();

function languagesByWord(): ReadonlyMap<string, readonly CommonLanguage[]> {
  const languages = new Map<string, CommonLanguage[]>();
  for (const language of ['de', 'en', 'es', 'fr', 'pt'] as const) {
    for (const word of COMMON_WORDS[language].split(/\s+/)) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}
