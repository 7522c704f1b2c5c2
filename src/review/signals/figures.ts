/** Words and signs that make a number a measured value, in the languages there are lexicons for. */
const UNITS =
  'ms|s|sec|secs|seconds|minutes|mins|min|hours|h|x|×|fps|req\\/s|rps|tokens\\/s|mb|gb|percent|points?|pp|' +
  'segundos?|minutos?|horas?|veces|vezes|puntos?|pontos?|por ciento|por cento|' +
  'secondes?|heures?|fois|pour cent|sekunden?|minuten?|stunden?|prozent|prozentpunkte?|punkte?';
const CHARACTER_UNITS =
  '毫秒|秒|分钟|分鐘|分間|分(?!类|類|割|析|布)|小时|小時|時間|倍|个百分点|個百分點|百分点|ポイント|パーセント|割(?!り)|名中|位';

/**
 * A percentage, a decimal fraction, a multiple, an amount of time or money, a share, a rank. Not a version (1.2.3), a
 * year or a port. Decimals have a point or a comma.
 */
const FIGURE = new RegExp(
  // Each of these has a digit.
  [
    '(?<![\\w.])(?:[$€£¥]\\s?\\d[\\d,]*(?:\\.\\d+)?',
    '\\d{1,3}(?:[.,]\\d{1,4})?\\s?%',
    '[01]?[.,]\\d{2,6}(?![\\d.])',
    `\\d{1,6}(?:[.,]\\d{1,4})?\\s?(?:${UNITS})\\b`,
    `\\d{1,6}(?:[.,]\\d{1,4})?\\s?(?:${CHARACTER_UNITS})`,
    '\\d{1,3}(?:,\\d{3})+',
    '\\d{1,7}\\.\\d{1,6}(?![\\d.])',
    // Beyond English, one decimal after a comma; `(1,2)` is a range or a call.
    '(?<![([,])\\d{1,5},\\d(?![\\d,)\\]])',
    '\\d{1,5}\\s?(?:of|\\/|out of|de(?: los| las| cada)?|von|sur|sobre|em)\\s?\\d{1,6}',
    // A share told in words: "de 150 recibos acierta 138", "von 60 Fragen sind 51 richtig". Not two years.
    '(?:en|de|los|las|des|sur|sobre|em|das|dos|von|bei)\\s(?!(?:19|20)\\d\\d\\b)\\d{1,6}\\s[^.\\d]{3,60}\\s\\d{1,6}',
    '\\d{1,6}\\s?[^\\d\\s。.]{0,8}中[^\\d。.]{0,12}\\d{1,6}',
    '\\d{1,3}(?:st|nd|rd|th)\\s(?:place|out|of|rank)',
    '\\d{1,3}(?:e|ème|er|ère|\\.?[ºª]|\\.)\\s(?:place|rang|platz|lugar|puesto|posición|posição)',
    '第\\s?\\d{1,4}\\s?(?:名|位))',
  ].join('|'),
  'gi',
);
const ANY_DIGIT = /[\d０-９]/;
/** Digits and signs of a keyboard that writes Chinese or Japanese. */
const WIDE = /[０-９．，％]/g;
const WIDE_TO_ASCII = 0xfee0;

/** How many figures the text gives that can be measured values. */
export function countFigures(text: string): number {
  if (!ANY_DIGIT.test(text)) return 0;
  const narrow = text.replace(WIDE, sign => String.fromCodePoint(sign.charCodeAt(0) - WIDE_TO_ASCII));
  return narrow.match(FIGURE)?.length ?? 0;
}

export function hasFigure(text: string): boolean {
  return countFigures(text) > 0;
}
