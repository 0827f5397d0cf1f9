import { type Static, Type } from 'typebox';
import { instant, nanoseconds, nullable } from './scalars.ts';

export const EventsQuery = Type.Object(
  {
    ticks: Type.Optional(
      Type.Enum(['true', 'false'], {
        type: 'string',
        description: 'Whether to send a `tick` on each whole second, beside `clock` events.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type EventsQuery = Static<typeof EventsQuery>;

/** The data of a `tick` event. Those of a `clock` event are a Clock. */
export const Tick = Type.Object(
  {
    second: instant('The whole second of UTC that began, by the best estimate.'),
    latenessNs: nanoseconds('The delay of this event after the second.'),
    boundNs: nullable(nanoseconds('Half the width of the interval that holds UTC.')),
  },
  { additionalProperties: false },
);
export type Tick = Static<typeof Tick>;
