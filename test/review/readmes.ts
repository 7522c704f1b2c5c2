/** READMEs in our own words, for tests: what a learner might write, whole and in parts. */

export const THOROUGH = `# Bus Arrival

Riders of the night line wait up to forty minutes in the dark because the printed timetable is wrong after ten o'clock.
This project predicts the next arrival at every stop, so that people can stay indoors until the bus is near.

## How it works

1. A worker loads the positions of all buses every 30 seconds and stores them in Postgres.
2. Positions are matched to stops and turned into travel times between neighbouring stops.
3. A gradient boosting model is trained every night on the last eight weeks of travel times.
4. The API reads the newest positions, adds up the predicted times and returns minutes per stop.

## Decisions

I chose gradient boosting over a recurrent network because 400,000 rows are few and it trains in two minutes on my laptop.
Travel times are predicted per segment rather than per line, since a closed road then only spoils its own segment.

## What did not work

We first tried weather as a feature. It did not help: the error stayed the same on rainy days, so it was dropped.
The model cannot foresee concerts, because the event calendar is published as pictures.

## Results

| Method | MAE (minutes) |
|---|---|
| Timetable | 6.8 |
| Mean of last week | 3.9 |
| This model | 2.1 |

## What I learned

I learned to look at single trips before averages: the mean hid that one stop was never matched.
`;

export const BARE = `# Bus Arrival

A web app built with FastAPI and React.

## Installation

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## License

MIT
`;

export const SPANISH = `# Llegada del autobús

Los pasajeros de la línea nocturna esperan hasta cuarenta minutos porque el horario impreso no es correcto después de las diez.
Este proyecto predice la próxima llegada a cada parada para que la gente pueda quedarse en casa hasta que llegue el autobús.
Los datos se cargan cada treinta segundos y se guardan en una base de datos antes de entrenar el modelo por la noche.
`;

export const UNRELATED = `# Sourdough Timer

Turns the kitchen light blue when the dough wants to be folded.

## Parts

- a lamp
- a clock
`;

export const INDEX = `# My portfolio projects

A collection of selected projects; this portfolio holds all my projects.

## [Bus Arrival](bus-arrival/)

Predicts when the night bus comes, for riders who wait in the dark. The mean error is 2.1 minutes on the test set.

## [Leaf Doctor](https://github.com/ada/leaf-doctor)

Photos and a notebook.
`;
