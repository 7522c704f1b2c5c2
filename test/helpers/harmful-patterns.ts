/** What a stranger's text must not bring anywhere. */

/** Controls and Bidi characters, which no surface may pass on. */
export const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What GitHub turns into a notification, a cross-reference or a link when it stands in text. */
export const ACTED_ON = /@\w|#\d|\bGH-\d|https?:\/\/|www\./i;
