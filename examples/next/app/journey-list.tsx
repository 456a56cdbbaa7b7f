'use client';

import { Tracked, useRanked } from '@penchant/react';
import Link from 'next/link';
import type { Journey } from './catalogue';
import { Picture } from './picture';

/** Journeys in the reader's order: the editors' on the server and while hydrating. */
export function JourneyList({ journeys }: { readonly journeys: readonly Journey[] }) {
  const ranked = useRanked(journeys, { list: 'journeys' });
  return (
    <ol data-penchant-list="journeys">
      {ranked.map((journey) => (
        <Tracked key={journey.id} item={journey} asChild>
          <li>
            <Link href={`/journeys/${journey.id}`}>
              <Picture journey={journey} />
              <span className="title">{journey.title}</span>
            </Link>
            <p>{journey.about}</p>
          </li>
        </Tracked>
      ))}
    </ol>
  );
}
