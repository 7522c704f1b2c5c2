import type { z } from 'zod';
import type { Delivery } from '../ports.ts';

/** What a translator may know beside the payload. */
export interface TranslationContext {
  /** This app's id: events about other apps' checks and issues arrive here too. */
  readonly appId: number;
}

/** What an event brings, beside what its delivery is called. */
export type Content = Omit<Delivery, 'id' | 'event' | 'action'>;

/** What one event means to this app. */
export type Translation =
  | { readonly kind: 'accepted'; readonly content: Content }
  | { readonly kind: 'ignored'; readonly reason: string }
  /** An event that is acted on, whose payload is not what GitHub documents; `problem` names the fields. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** The event is to be stored, with these parts and no others. */
export function accepted(parts: Partial<Content>): Translation {
  return { kind: 'accepted', content: { hints: [], instructions: [], ...parts } };
}

export function ignored(reason: string): Translation {
  return { kind: 'ignored', reason };
}

/** One line of the table in `events.ts`: an event, the actions that are acted on, and what is made of them. */
export interface EventRow {
  readonly event: string;
  /** Null for an event without actions. An action stands in one row only. */
  readonly actions: readonly string[] | null;
  /** `on-subscription` events stand in `app.yml`; GitHub sends the others to every app with our permissions. */
  readonly sent: 'on-subscription' | 'unasked';
  /** For docs/events.md. */
  readonly does: string;
  /** For docs/events.md: cases of these actions that are left alone. */
  readonly except: readonly string[];
  translate(payload: unknown, context: TranslationContext): Translation;
}

interface EventRowOptions<Schema extends z.ZodType> extends Omit<EventRow, 'translate'> {
  /** Only the fields that are used. */
  readonly payload: Schema;
  translate(payload: z.infer<Schema>, context: TranslationContext): Translation;
}

/** A row whose translator sees the payload only after the schema has accepted it. */
export function eventRow<Schema extends z.ZodType>(options: EventRowOptions<Schema>): EventRow {
  const { payload: schema, translate, ...row } = options;
  return {
    ...row,
    translate(payload, context) {
      const parsed = schema.safeParse(payload);
      if (parsed.success) return translate(parsed.data, context);
      const problems = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
      return { kind: 'unreadable', problem: problems.join('; ') };
    },
  };
}
