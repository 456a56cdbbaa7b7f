import type { Item } from '@penchant/browser';
import { CLIPS } from './clips.js';

/** A video: an item that Penchant can rank, and what a viewer sees of it. */
export interface Video extends Item {
  readonly title: string;
  readonly series: string;
  readonly by: string;
  readonly seconds: number;
}

const SERIES: Readonly<Record<string, readonly [name: string, by: string]>> = {
  sea: ['Small boats', 'Ine Holt'],
  rails: ['Window seat', 'Tomas Brandt'],
  rain: ['Weather indoors', 'Okoye & Lund'],
  fire: ['By the fire', 'Wren Castell'],
};

const titleOf = (id: string): string =>
  id
    .replace('6-40', '6:40')
    .replaceAll('-', ' ')
    .replaceAll(/^.|june|monday|canal|street/g, (name) => name.replace(/^./, (letter) => letter.toUpperCase()));

/** In the channel's own order: every series in turn. */
export const videos: readonly Video[] = CLIPS.map(({ id, scene, light, seconds }) => {
  const [series, by] = SERIES[scene] ?? [scene, scene];
  return {
    id,
    features: [`topic:${scene}`, `light:${light}`],
    creator: by.toLowerCase().replaceAll(/\W+/g, '-'),
    title: titleOf(id),
    series,
    by,
    seconds,
  };
});

export const videoOf = (id: string | null): Video | undefined => videos.find((each) => each.id === id);
export const clock = (seconds: number): string => `0:${String(seconds).padStart(2, '0')}`;
