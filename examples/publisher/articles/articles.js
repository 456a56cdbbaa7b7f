import { authors } from './authors.js';
import { business } from './business.js';
import { climate } from './climate.js';
import { cycling } from './cycling.js';
import { film } from './film.js';
import { food } from './food.js';
import { football } from './football.js';
import { science } from './science.js';
import { travel } from './travel.js';

const WORDS_A_MINUTE = 225; // an ordinary reader's pace

/** The sections in the order of the navigation, each with the line under its title. */
export const topics = {
  cycling: { name: 'Cycling', line: 'Roads, races, workshops and the people who would rather ride.', stories: cycling },
  climate: {
    name: 'Climate',
    line: 'Weather, water, energy, and how places learn to live with them.',
    stories: climate,
  },
  science: { name: 'Science', line: 'What was found out this week, and how they found it.', stories: science },
  food: { name: 'Food', line: 'Kitchens, markets, fields and the long table.', stories: food },
  football: { name: 'Football', line: 'Matches, minds and muddy pitches.', stories: football },
  film: { name: 'Film', line: 'Reviews, sets, screens and the dark.', stories: film },
  business: { name: 'Business', line: 'Work, money and the firms on your street.', stories: business },
  travel: { name: 'Travel', line: 'Slow ways to get there, and reasons to stay.', stories: travel },
};

/**
 * @typedef {{ slug: string, headline: string, standfirst: string, by: string, author: string, at: string, topic: string, tags: string[],
 *   features: string, minutes: number, picture: string, alt: string, paragraphs: string[] }} Article
 */

/** Every article, newest first. @type {Article[]} */
export const articles = Object.entries(topics)
  .flatMap(([topic, { stories }]) => stories.map((story) => complete(topic, story)))
  .sort((a, b) => b.at.localeCompare(a.at));

function complete(topic, { body, ...story }) {
  if (!authors[story.by]) throw new Error(`"${story.slug}" is by "${story.by}", who is not in authors.js.`);
  return {
    ...story,
    topic,
    author: authors[story.by],
    features: [`topic:${topic}`, ...story.tags].join(' '),
    minutes: Math.max(1, Math.ceil(body.split(/\s+/).length / WORDS_A_MINUTE)),
    paragraphs: body.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
  };
}
